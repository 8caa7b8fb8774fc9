const KEY = 'project';

export const lastProject = (): string | null => localStorage.getItem(KEY);

export const rememberProject = (key: string): void => localStorage.setItem(KEY, key);
