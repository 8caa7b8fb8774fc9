package com.fabricadeagentes.repositories.serving;

import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.repositories.GitAccess;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.jgit.http.server.GitServlet;
import org.jspecify.annotations.Nullable;

/**
 * Asks a git client who it is and binds the scope for the rest of its request. git speaks Basic; any user name will do,
 * the password is the credential.
 */
final class GitDoor extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String BASIC = "Basic ";
    static final String READ = "repository:read";
    static final String PUSH = "repository:push";

    private final transient GitAccess access;
    private final transient GitServlet git;

    GitDoor(GitAccess access, GitServlet git) {
        this.access = access;
        this.git = git;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        git.init(config);
    }

    @Override
    public void destroy() {
        git.destroy();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var scope = password(request).flatMap(access::authenticate);
        if (scope.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Plataforma E\", charset=\"UTF-8\"");
            answer(response, HttpServletResponse.SC_UNAUTHORIZED, "Give an API key or access token as password.");
        } else if (!scope.get().permits(READ)) {
            answer(response, HttpServletResponse.SC_FORBIDDEN, "This needs the permission " + READ + ".");
        } else {
            inside(scope.get(), request, response);
        }
    }

    private void inside(Scope scope, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var thrown = scope.call(() -> serve(request, response));
        if (thrown != null) {
            throw thrown;
        }
    }

    /** A scoped call throws one kind of checked exception, a servlet two. */
    private @Nullable ServletException serve(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            git.service(request, response);
            return null;
        } catch (ServletException thrown) {
            return thrown;
        }
    }

    /** Plain text: git shows it to the person. */
    private static void answer(HttpServletResponse response, int status, String words) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().println(words);
    }

    private static Optional<String> password(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BASIC, 0, BASIC.length()))
                .flatMap(header -> decoded(header.substring(BASIC.length()).strip()))
                .map(pair -> pair.substring(pair.indexOf(':') + 1))
                .filter(secret -> !secret.isBlank());
    }

    private static Optional<String> decoded(String pair) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(pair), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
