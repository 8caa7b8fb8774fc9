package com.fabricadeagentes.applications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A real server and a real relay as plain processes: what is tried here is the way to them. */
class ProxyTest {

    private static final int LARGE = 20 * 1024 * 1024;

    private static final String SERVER = """
            import http.server, socket, os
            class Server(http.server.ThreadingHTTPServer):
                address_family = socket.AF_UNIX
                def server_bind(self):
                    self.socket.bind(self.server_address); self.server_name = 'app'; self.server_port = 0
            class Handler(http.server.BaseHTTPRequestHandler):
                def address_string(self): return 'box'
                def do_GET(self):
                    if self.path == '/go':
                        self.send_response(302); self.send_header('Location', '/there'); self.end_headers(); return
                    body = b'x' * %d if self.path == '/large' else str(self.path + '\\n' + str(self.headers)).encode()
                    self.send_response(200)
                    self.send_header('Set-Cookie', 'session=1'); self.send_header('Content-Security-Policy', 'none')
                    self.send_header('Content-Length', str(len(body))); self.end_headers(); self.wfile.write(body)
                do_HEAD = do_GET
                def do_POST(self):
                    body = self.rfile.read(int(self.headers['Content-Length']))
                    self.send_response(201); self.send_header('Content-Length', str(len(body)))
                    self.end_headers(); self.wfile.write(body)
            Server(os.environ['SOCKET'], Handler).serve_forever()
            """.formatted(LARGE);

    @TempDir
    Path directory = Path.of(".");

    private Answering answering;
    private Process server;
    private Application application;
    private Proxy proxy;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start() throws Exception {
        answering = new Answering();
        application = new Application(
                TenantId.next(), ProjectId.next(), "SHOP", "secret", "c0ffee", directory, Instant.EPOCH);
        Files.createDirectories(application.socketDirectory());
        var builder = new ProcessBuilder("python3", "-c", SERVER)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        builder.environment().put("SOCKET", application.socket().toString());
        server = builder.start();
        var properties = new ApplicationsProperties(15, "", 8, Duration.ofSeconds(60), Duration.ofSeconds(20));
        proxy = new Proxy(answering, Clock.systemUTC(), properties);
        Awaitility.await().until(() -> answering.accepts(application.socket()));
    }

    @AfterEach
    void stop() throws Exception {
        server.destroyForcibly().waitFor();
        answering.close();
    }

    @Test
    void what_identifies_the_person_goes_neither_way() throws IOException {
        var request = new MockHttpServletRequest("GET", "/apps/SHOP~secret/list");
        request.addHeader("Authorization", "Bearer token");
        request.addHeader("Cookie", "ours=1");
        request.addHeader("Accept-Language", "pt-BR");
        var response = passed(request, "/list?name=caf%C3%A9");
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString())
                .startsWith("/list?name=caf%C3%A9\n")
                .contains("Accept-Language: pt-BR", "X-Forwarded-Prefix: /apps/SHOP~secret")
                .doesNotContain("Bearer", "ours=1");
        assertThat(response.getHeader("Set-Cookie")).isNull();
        assertThat(response.getHeader("Content-Security-Policy")).isNull();
    }

    @Test
    void a_redirect_is_answered_and_not_followed() throws IOException {
        var response = passed(new MockHttpServletRequest("GET", "/"), "/go");
        assertThat(response.getStatus()).isEqualTo(302);
        assertThat(response.getHeader("Location")).isEqualTo("/apps/SHOP~secret/there");
    }

    @Test
    void large_bodies_pass_both_ways() throws IOException {
        var request = new MockHttpServletRequest("POST", "/");
        request.setContentType("application/octet-stream");
        request.setContent(new byte[LARGE]);
        var response = passed(request, "/echo");
        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getContentAsByteArray()).hasSize(LARGE);
        assertThat(passed(new MockHttpServletRequest("GET", "/"), "/large").getContentAsByteArray())
                .hasSize(LARGE);
    }

    private MockHttpServletResponse passed(MockHttpServletRequest request, String target) throws IOException {
        var response = new MockHttpServletResponse();
        proxy.pass(application, target, request, response);
        return response;
    }
}
