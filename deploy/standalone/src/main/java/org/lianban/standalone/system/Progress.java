package org.lianban.standalone.system;

/** Who is told how the start goes. Called from several threads. */
public interface Progress {
    /** @param millis how long it took; 0 where that says nothing */
    void done(String what, String where, long millis);

    static Progress silent() {
        return (what, where, millis) -> {};
    }
}
