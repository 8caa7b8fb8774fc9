import { createI18n } from 'vue-i18n';
import { en } from './en';
import { ptBR } from './pt-BR';

export const LOCALES = ['pt-BR', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

function preferred(): Locale {
    const kept = localStorage.getItem('locale');
    const wanted = kept ?? navigator.language;
    return wanted.startsWith('pt') ? 'pt-BR' : 'en';
}

export const i18n = createI18n({
    legacy: false,
    locale: preferred(),
    fallbackLocale: 'en',
    messages: { en, 'pt-BR': ptBR },
    pluralRules: { 'pt-BR': (count: number) => (count === 1 ? 0 : 1), en: (count: number) => (count === 1 ? 0 : 1) },
});

export function setLocale(locale: Locale): void {
    i18n.global.locale.value = locale;
    localStorage.setItem('locale', locale);
    document.documentElement.lang = locale;
}

document.documentElement.lang = preferred();
