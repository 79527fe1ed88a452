package org.lianban.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Which TCP ports of this machine are free to listen on. */
public final class Ports {
    private Ports() {}

    /** A port that was free a moment ago. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LocalServerException("No free TCP port on " + loopback(), e);
        }
    }

    /** Whether something listens on this port, on the loopback address or on all addresses. */
    public static boolean taken(int port) {
        return !bindable(new InetSocketAddress(loopback(), port)) || !bindable(new InetSocketAddress(port));
    }

    /** @throws LocalServerException naming port and use when the port is taken */
    public static void requireFree(int port, String use) {
        if (taken(port)) {
            throw new LocalServerException("Port " + port + " (" + use + ") is already taken by another process");
        }
    }

    private static boolean bindable(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address, 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** 127.0.0.1 and never ::1, because the servers here listen on IPv4 alone. */
    static InetAddress loopback() {
        try {
            return InetAddress.getByAddress("127.0.0.1", new byte[]{127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
