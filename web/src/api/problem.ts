/** What the server said went wrong (RFC 9457), or that it could not be reached. */
export class Problem extends Error {
    constructor(
        readonly status: number,
        readonly title: string,
        readonly detail: string,
        readonly errors: { field: string; message: string }[] = [],
        readonly allowed: string[] = [],
    ) {
        super(detail);
    }

    static of(status: number, body: unknown): Problem {
        const said = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
        return new Problem(
            status,
            String(said.title ?? ''),
            String(said.detail ?? `HTTP ${status}`),
            Array.isArray(said.errors) ? said.errors : [],
            Array.isArray(said.allowed) ? said.allowed : [],
        );
    }

    static unreachable(): Problem {
        return new Problem(0, '', '');
    }

    /** Of one field, where the server named it. */
    field(name: string): string | undefined {
        return this.errors.find((error) => error.field === name)?.message;
    }
}
