import { ref } from 'vue';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const system = matchMedia('(prefers-color-scheme: dark)');

export const theme = ref<Theme>((localStorage.getItem('theme') as Theme | null) ?? 'system');

function apply(): void {
    const dark = theme.value === 'dark' || (theme.value === 'system' && system.matches);
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

export function setTheme(chosen: Theme): void {
    theme.value = chosen;
    localStorage.setItem('theme', chosen);
    apply();
}

system.addEventListener('change', apply);
