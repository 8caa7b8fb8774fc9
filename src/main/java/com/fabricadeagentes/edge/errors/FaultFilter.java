package com.fabricadeagentes.edge.errors;

import com.fabricadeagentes.kernel.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** What filters and servlets throw, outside the reach of {@link ProblemAdvice}, and what they send as bare errors. */
public final class FaultFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (Refused refused) {
            Problems.write(Problem.of(refused.refusal()), request, response);
        } catch (RuntimeException | ServletException fault) {
            if (response.isCommitted()) {
                throw fault;
            }
            Problems.write(ProblemAdvice.fault(fault, request), request, response);
        }
    }

    /** For a path that reached no handler's advice, such as a firewall's refusal of an odd address. */
    public static void badRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problems.write(
                Problem.of(HttpStatus.BAD_REQUEST, "malformed", "The address of the request is not well-formed."),
                request,
                response);
    }
}
