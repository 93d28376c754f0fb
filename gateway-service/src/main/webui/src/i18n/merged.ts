/** The texts of a language by their keys. */
export type Table = Readonly<Record<string, string>>;

export const merged = (files: Record<string, Table>): Table =>
  Object.assign({}, ...Object.values(files)) as Table;
