import { expect, it } from 'vitest';
import { keyOf } from './keyOf';

it.each([
    ['Loja', 'LOJA'],
    ['Gestão de estoque', 'GESTAO'],
    ['2nd shop', 'ND'],
    ['A loja', 'ALOJA'],
    ['Extraordinariamente', 'EXTRAORDIN'],
    ['', ''],
])('the key of “%s” is %s', (name, key) => expect(keyOf(name)).toBe(key));
