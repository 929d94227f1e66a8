// node test/support/identity-provider.mjs PORT REDIRECT_URI…: a real OpenID provider (npm oidc-provider) with its own development
// pages: any login and password are right. Its client is `envboard`, with the secret `secret`.
import Provider from 'oidc-provider';

const [port, ...redirectUris] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'envboard', client_secret: 'secret', redirect_uris: redirectUris }],
  pkce: { required: () => false },
  cookies: { keys: ['a key of the tests'] },
});
provider.listen(Number(port), '127.0.0.1');
// A worker that was killed does not end its processes, but closes this pipe.
process.stdin.resume().on('end', () => process.exit());
