package brokenhouse.agile.web;

import brokenhouse.agile.application.UnguardedUseCase;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Breaks a rule, so that the rule is known to bite: an endpoint that reaches no permission. */
@RestController
class UnguardedController {

    private final UnguardedUseCase useCase = new UnguardedUseCase();

    @GetMapping("/broken")
    void broken() {
        useCase.change();
    }
}
