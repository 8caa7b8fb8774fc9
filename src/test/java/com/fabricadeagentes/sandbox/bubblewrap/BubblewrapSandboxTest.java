package com.fabricadeagentes.sandbox.bubblewrap;

import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.sandbox.Sandbox;
import com.fabricadeagentes.sandbox.SandboxContract;

class BubblewrapSandboxTest extends SandboxContract {

    @Override
    protected Sandbox sandbox() {
        return new BubblewrapSandbox(new Installation(temporary.resolve("home"), null, null, null));
    }
}
