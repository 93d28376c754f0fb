package org.centralino.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import org.centralino.local.StackException;
import org.centralino.local.process.Programs;

/// Under which account PostgreSQL runs: it refuses to run as root, and in a container one often is.
///
/// @param prefix what is put before each command
/// @param owner the user id that its files must have
record ServerAccount(List<String> prefix, int owner) {
    private static final int ROOT = 0;

    /// Root gives its rights away, where that account can reach the folders; else it enters a namespace in
    /// which root has no rights, where the system allows that.
    ///
    /// @param folders all that the server must reach
    static ServerAccount reaching(Path... folders) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new ServerAccount(List.of(), uid(Path.of("/proc/self")));
        }
        if (Programs.has("setpriv") && reachableByEverybody(folders)) {
            return new ServerAccount(
                    List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"), nobody());
        }
        if (Programs.succeeds(List.of("unshare", "-U", "true"))) {
            return new ServerAccount(List.of("unshare", "-U"), ROOT);
        }
        throw new StackException(
                "PostgreSQL does not run as root. Start Centralino as an ordinary user, or from a folder that every user may enter.");
    }

    List<String> command(List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    /// Gives the files to the account, if they belong to another.
    void own(Path folder) {
        if (prefix.isEmpty() || uid(folder) == owner) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.toList()) {
                Files.setAttribute(path, "unix:uid", owner);
            }
        } catch (IOException failure) {
            throw new StackException("PostgreSQL's data could not be handed over: " + failure.getMessage(), failure);
        }
    }

    private static boolean reachableByEverybody(Path... folders) {
        for (var folder : folders) {
            for (var each = folder; each != null; each = each.getParent()) {
                try {
                    if (Files.exists(each)
                            && !Files.getPosixFilePermissions(each).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                        return false;
                    }
                } catch (IOException unknown) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int nobody() {
        try {
            return Files.readAllLines(Path.of("/etc/passwd")).stream()
                    .filter(line -> line.startsWith("nobody:"))
                    .map(line -> Integer.parseInt(line.split(":")[2]))
                    .findFirst()
                    .orElse(65_534);
        } catch (IOException unreadable) {
            return 65_534;
        }
    }

    private static int uid(Path path) {
        try {
            return (int) Files.getAttribute(path, "unix:uid");
        } catch (IOException | UnsupportedOperationException unknown) {
            return -1;
        }
    }
}
