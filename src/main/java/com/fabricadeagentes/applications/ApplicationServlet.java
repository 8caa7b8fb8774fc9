package com.fabricadeagentes.applications;

import com.fabricadeagentes.kernel.Refusal;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Everything under {@code /apps/}. By key it asks who is there and redirects; by the unguessable address it passes on.
 * A servlet of its own, since the methods, bodies and preflights here are the application's.
 */
final class ApplicationServlet extends HttpServlet {

    private static final String CSP = "sandbox allow-scripts allow-forms allow-popups allow-modals allow-downloads";
    private static final String APPS = "/apps/";

    private final transient ManageApplications manage;
    private final transient Applications applications;
    private final transient Proxy proxy;
    private final transient ApplicationDocs docs;

    ApplicationServlet(ManageApplications manage, Applications applications, Proxy proxy, ApplicationDocs docs) {
        this.manage = manage;
        this.applications = applications;
        this.proxy = proxy;
        this.docs = docs;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        guard(response);
        var rest = request.getRequestURI().substring(APPS.length());
        var slash = rest.indexOf('/');
        var name = slash < 0 ? rest : rest.substring(0, slash);
        var path = slash < 0 ? "" : rest.substring(slash);
        var tilde = name.indexOf('~');
        if (tilde < 0) {
            redirect(
                    response,
                    manage.address(name).orElseThrow(ApplicationServlet::none) + slashed(path),
                    query(request));
            return;
        }
        openToOpaqueOrigin(request, response);
        if (isPreflight(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        var application = applications.at(name).orElseThrow(ApplicationServlet::none);
        applications.used(application);
        if (path.isEmpty()) {
            redirect(response, application.prefix() + "/", query(request));
        } else if (!docs.serve(application, path, response)) {
            proxy.pass(application, path + suffix(query(request)), request, response);
        }
    }

    /** On whatever is answered here, refusals too: what a model wrote must not act as the one who looks at it. */
    static void guard(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CSP);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    private static void openToOpaqueOrigin(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", "*");
        if (isPreflight(request)) {
            response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
            var asked = request.getHeader("Access-Control-Request-Headers");
            response.setHeader("Access-Control-Allow-Headers", asked == null ? "*" : asked);
        }
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
    }

    private static void redirect(HttpServletResponse response, String address, @Nullable String query) {
        response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
        response.setHeader("Location", address + suffix(query));
    }

    private static String slashed(String path) {
        return path.isEmpty() ? "/" : path;
    }

    private static @Nullable String query(HttpServletRequest request) {
        return request.getQueryString();
    }

    private static String suffix(@Nullable String query) {
        return query == null ? "" : "?" + query;
    }

    private static RuntimeException none() {
        return new Refusal.NotFound("running application").refused();
    }
}
