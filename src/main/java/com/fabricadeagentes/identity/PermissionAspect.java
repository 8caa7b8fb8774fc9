package com.fabricadeagentes.identity;

import com.fabricadeagentes.kernel.AdvisorOrder;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Requires;
import com.fabricadeagentes.kernel.Scope;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks the bound scope, before a use case begins its transaction, whether the actor may do this. */
@Aspect
@Component
@Order(AdvisorOrder.PERMISSION)
class PermissionAspect {

    @Before("@annotation(requires)")
    public void check(Requires requires) {
        var scope = Scope.find().orElseThrow(() -> new Refusal.Unauthenticated("Sign in to do this.").refused());
        if (!scope.permits(requires.value())) {
            throw new Refusal.Forbidden(requires.value()).refused();
        }
    }
}
