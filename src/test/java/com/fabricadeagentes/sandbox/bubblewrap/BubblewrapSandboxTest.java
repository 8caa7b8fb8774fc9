package com.fabricadeagentes.sandbox.bubblewrap;

import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.sandbox.Sandbox;
import com.fabricadeagentes.sandbox.SandboxContract;
import java.time.Clock;

class BubblewrapSandboxTest extends SandboxContract {

    @Override
    protected Sandbox sandbox() {
        return new BubblewrapSandbox(new Installation(temporary.resolve("home"), null, null, null), Clock.systemUTC());
    }
}
