console.log("a file whose name holds its hash")
