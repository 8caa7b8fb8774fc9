const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A duration in its two largest units: {@code 1m 12s}. */
export function duration(ms: number): string {
    if (ms < 10 * SECOND) {
        return `${(Math.max(0, ms) / SECOND).toFixed(1)}s`;
    }
    if (ms < MINUTE) {
        return `${Math.round(ms / SECOND)}s`;
    }
    if (ms < HOUR) {
        return `${Math.floor(ms / MINUTE)}m ${Math.floor((ms % MINUTE) / SECOND)}s`;
    }
    return `${Math.floor(ms / HOUR)}h ${Math.floor((ms % HOUR) / MINUTE)}m`;
}

export function money(usd: number): string {
    return `$${usd.toFixed(usd < 1 ? 3 : 2)}`;
}

/** How long ago, in the reader's language. */
export function ago(instant: string, now: number, locale: string): string {
    const past = now - Date.parse(instant);
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
    if (past < MINUTE) {
        return format.format(-Math.round(past / SECOND), 'second');
    }
    if (past < HOUR) {
        return format.format(-Math.round(past / MINUTE), 'minute');
    }
    return past < 24 * HOUR
        ? format.format(-Math.round(past / HOUR), 'hour')
        : format.format(-Math.round(past / (24 * HOUR)), 'day');
}

export const exact = (instant: string, locale: string): string =>
    new Date(instant).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'medium' });
