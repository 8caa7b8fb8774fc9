import { ref } from 'vue';
import { Problem } from './problem';

/** Who is signed in. The access token lives in memory alone; the refresh token is a cookie no script can read. */
const token = ref<string>();
let renewing: Promise<boolean> | undefined;

async function send(path: string, body?: unknown): Promise<Response> {
    const init: RequestInit = { method: 'POST' };
    if (body) {
        init.headers = { 'Content-Type': 'application/json' };
        init.body = JSON.stringify(body);
    }
    return fetch(`/api/v1/auth/${path}`, init).catch(() => {
        throw Problem.unreachable();
    });
}

async function renewOnce(): Promise<boolean> {
    // A refresh token works once, and all tabs share it: they take turns.
    return navigator.locks.request('session', async () => {
        const response = await send('refresh');
        if (response.ok) {
            token.value = (await response.json()).access_token;
        } else if (response.status < 500) {
            token.value = undefined;
        }
        return response.ok;
    });
}

export const session = {
    token,

    async signIn(email: string, password: string): Promise<void> {
        const response = await send('login', { email, password });
        const body = await response.json().catch(() => undefined);
        if (!response.ok) {
            throw Problem.of(response.status, body);
        }
        token.value = body.access_token;
    },

    /** Gets a new access token by the cookie; callers at the same time share one request. */
    async renew(): Promise<boolean> {
        renewing ??= renewOnce().finally(() => {
            renewing = undefined;
        });
        return renewing;
    },

    async signOut(): Promise<void> {
        await fetch('/api/v1/auth/logout', {
            method: 'POST',
            headers: { Authorization: `Bearer ${token.value}` },
        }).catch(() => undefined);
        token.value = undefined;
    },
};
