import { expect, it } from 'vitest';
import { ago, duration, money } from './format';

it('durations have one or two units', () => {
    expect(duration(3140)).toBe('3.1s');
    expect(duration(42_000)).toBe('42s');
    expect(duration(72_000)).toBe('1m 12s');
    expect(duration(3_720_000)).toBe('1h 2m');
    expect(duration(-5)).toBe('0.0s');
});

it('small amounts show a tenth of a cent', () => {
    expect(money(0.1426)).toBe('$0.143');
    expect(money(2.5)).toBe('$2.50');
});

it('the past is told in the reader’s language', () => {
    const now = Date.parse('2026-11-24T12:00:00Z');
    expect(ago('2026-11-24T11:58:00Z', now, 'en')).toBe('2 min. ago');
    expect(ago('2026-11-23T12:00:00Z', now, 'pt-BR')).toBe('ontem');
});
