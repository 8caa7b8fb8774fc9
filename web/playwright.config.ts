import { defineConfig } from '@playwright/test';

declare const process: { env: Record<string, string | undefined> };
const BASE_URL = process.env.BASE_URL ?? 'http://localhost:9001';

export default defineConfig({
    testDir: 'e2e',
    timeout: 120_000,
    workers: 1,
    reporter: 'line',
    use: {
        baseURL: BASE_URL,
        locale: 'en-US',
        viewport: { width: 1440, height: 900 },
        launchOptions: {
            executablePath: '/usr/bin/chromium',
            args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
        },
    },
});
