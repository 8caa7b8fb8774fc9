import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const EMAIL = 'admin@example.com';
const PASSWORD = 'correct-horse-battery';

async function accessible(page: Page): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target).join(' ')}`)).toEqual([]);
}

test('from an empty platform to merged code, with the pointer', async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));

    await page.goto('/');
    await expect(page).toHaveURL(/\/login/);
    await accessible(page);
    await page.getByLabel('Email').fill(EMAIL);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();

    await expect(page).toHaveURL(/\/new$/);
    await accessible(page);
    await page.getByLabel('Name').fill('Sums');
    await expect(page.getByLabel('Key')).toHaveValue('SUMS');
    await page.getByLabel('Stack').selectOption('node');
    await page.getByRole('button', { name: 'Create project' }).click();

    await expect(page).toHaveURL(/\/projects\/SUMS/);
    await page.keyboard.press('c');
    await page.getByPlaceholder('What should it do?').fill('Add two numbers');
    await page.keyboard.press('Enter');
    const card = page.getByRole('listitem').filter({ hasText: 'Add two numbers' });
    await expect(card).toBeVisible();
    await page.keyboard.press('Escape');
    await accessible(page);

    await card.dragTo(page.getByRole('region', { name: 'Ready', exact: true }));
    const done = page.getByRole('region', { name: 'Done' });
    await expect(done.getByText('Add two numbers')).toBeVisible({ timeout: 60_000 });

    await done.getByText('Add two numbers').click();
    await page.getByRole('link', { name: 'Run', exact: true }).click();
    await expect(page.getByText('Succeeded').first()).toBeVisible();
    await expect(page.getByText('write_file').first()).toBeVisible();
    await accessible(page);
    await page.getByRole('link', { name: 'Changes' }).click();
    await expect(page.getByText('src/sum.js').first()).toBeVisible();
    await accessible(page);

    await page.reload();
    await expect(page.getByText('src/sum.js').first()).toBeVisible();
    expect(complaints.filter((each) => each.includes('Content Security Policy'))).toEqual([]);
});
