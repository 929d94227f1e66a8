// node deploy/static.mjs [folder]: readies the built page for a static host. Adds the files that such hosts read:
// 404.html, _headers (Netlify, Cloudflare Pages), and compressed copies.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { precompress } from './precompress.mjs';

// The page has no link and no style: it is served for any path, and knows neither its folder nor the board's. It has no
// script either: its text is in every language.
const NOT_FOUND = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Nothing here · Envboard</title>
  </head>
  <body>
    <h1>There is nothing at this address</h1>
    <p>A board's address is that of this site's page, followed by a question mark and what the board shows.</p>
    <p lang="fr">
      Il n’y a rien à cette adresse. L’adresse d’un tableau est celle de la page de ce site, suivie d’un point d’interrogation
      et de ce que le tableau affiche.
    </p>
    <p lang="de">
      Unter dieser Adresse gibt es nichts. Die Adresse eines Boards ist die der Seite dieser Website, gefolgt von einem
      Fragezeichen und dem, was das Board zeigt.
    </p>
    <p lang="es">
      No hay nada en esta dirección. La dirección de un tablero es la de la página de este sitio, seguida de un signo de
      interrogación y de lo que muestra el tablero.
    </p>
  </body>
</html>
`;

// The page contains its own policy, but a policy in a page cannot forbid frames.
const HEADERS = `/*
  Content-Security-Policy: frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), screen-wake-lock=(self)
  Cross-Origin-Opener-Policy: same-origin
/assets/*
  Cache-Control: public, max-age=31536000, immutable
`;

const folder = process.argv[2] ?? 'dist';
writeFileSync(join(folder, '404.html'), NOT_FOUND);
writeFileSync(join(folder, '_headers'), HEADERS);
precompress(folder);
