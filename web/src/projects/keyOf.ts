const LONGEST = 10;
const SHORTEST = 2;

/** A key for a project of this name, as the server allows it: an upper-case letter, then letters and digits. */
export function keyOf(name: string): string {
    const plain = name
        .normalize('NFD')
        .replace(/[^A-Za-z0-9 ]/g, '')
        .toUpperCase()
        .replace(/^[^A-Z]+/, '');
    const first = plain.split(/\s+/)[0] ?? '';
    const key = first.length >= SHORTEST ? first : plain.replace(/\s+/g, '');
    return key.slice(0, LONGEST);
}
