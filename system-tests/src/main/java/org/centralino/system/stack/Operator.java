package org.centralino.system.stack;

/// Somebody who can sign in.
///
/// @param username what is typed in
/// @param password what is typed in as well
/// @param name what colleagues see
public record Operator(String username, String password, String name) {
    private static final String DEMO_PASSWORD = "centralino";

    public static final Operator ANNA = demo("anna", "Anna Ricci");
    public static final Operator BRUNO = demo("bruno", "Bruno Conti");
    /// A supervisor.
    public static final Operator CARLA = demo("carla", "Carla Moretti");
    /// An administrator.
    public static final Operator DARIO = demo("dario", "Dario Greco");
    /// A viewer.
    public static final Operator ELENA = demo("elena", "Elena Fontana");

    private static Operator demo(String username, String name) {
        return new Operator(username, DEMO_PASSWORD, name);
    }
}
