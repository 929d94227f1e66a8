import { expect, test } from '#test/support/browser.ts';

const TOKEN = 'qov_secretsecretsecretsecret';

test('a token forgotten in one tab is forgotten in the other', async ({ context }) => {
  await context.route('**/config.json', (route) =>
    route.fulfill({ contentType: 'application/json', body: JSON.stringify({ api: '/api', auth: 'token' }) }),
  );
  const here = await context.newPage();
  const there = await context.newPage();
  for (const tab of [here, there]) {
    await tab.goto('/?q=');
    await tab.getByLabel(/token/i).first().fill(TOKEN);
    await tab.getByRole('button', { name: 'Connect' }).click();
    await expect(tab.getByRole('button', { name: 'Forget the token' })).toBeVisible();
  }

  await here.getByRole('button', { name: 'Forget the token' }).click();

  for (const tab of [here, there]) {
    await expect(tab.getByRole('heading', { name: 'Connect to Qovery' })).toBeVisible();
    expect(await tab.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))).not.toContain(TOKEN);
  }
});
