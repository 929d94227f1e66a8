// Runs on the page that users without a session get. Stores the fragment of the board's address, which a sign-on loses, and
// goes to the sign-on. The page takes the fragment from there (src/browser/handed-fragment.ts has the same two names).
const KEY = 'envboard.fragment';
const MARK = 'handed=1';
const TRIES_KEY = 'envboard.sign-ins';
const MAX_TRIES = 3;
const TRIES_WITHIN_MS = 60_000;
const RETRY_MS = 60_000;
const LONG_RETRY_MS = 300_000;

// The page is no part of the build, so it has its own words in each language.
const TEXTS = {
  en: {
    title: 'Sign in to see this board',
    link: 'Sign in',
    going: 'You are being taken to the sign-on.',
    down: 'The sign-on does not answer. This page tries again every minute.',
    looping:
      'You signed in, and this server still knows no session. This page tries again in 5 minutes. Does your browser accept its cookies?',
    unkept:
      'This browser cannot keep the address of your board while you sign in. Copy the address of this page, sign in, and open the address again.',
    refused: 'This browser does not store data for this page. Choose “Sign in” to go on.',
  },
  fr: {
    title: 'Connectez-vous pour voir ce tableau',
    link: 'Se connecter',
    going: 'Vous allez être redirigé vers la page de connexion.',
    down: 'Le service de connexion ne répond pas. Cette page réessaie toutes les minutes.',
    looping:
      'Vous vous êtes connecté, mais ce serveur ne connaît toujours pas de session. Cette page réessaie dans 5 minutes. Votre navigateur accepte-t-il ses cookies\u202f?',
    unkept:
      'Ce navigateur ne peut pas garder l’adresse de votre tableau pendant la connexion. Copiez l’adresse de cette page, connectez-vous, puis ouvrez-la à nouveau.',
    refused: 'Ce navigateur n’enregistre rien pour cette page. Choisissez «\u202fSe connecter\u202f» pour continuer.',
  },
  de: {
    title: 'Melden Sie sich an, um dieses Board zu sehen',
    link: 'Anmelden',
    going: 'Sie werden zur Anmeldung weitergeleitet.',
    down: 'Die Anmeldung antwortet nicht. Diese Seite versucht es jede Minute erneut.',
    looping:
      'Sie haben sich angemeldet, und dieser Server kennt noch immer keine Sitzung. Diese Seite versucht es in 5 Minuten erneut. Nimmt Ihr Browser die Cookies des Servers an?',
    unkept:
      'Dieser Browser kann die Adresse Ihres Boards während der Anmeldung nicht behalten. Kopieren Sie die Adresse dieser Seite, melden Sie sich an, und öffnen Sie die Adresse erneut.',
    refused: 'Dieser Browser speichert nichts für diese Seite. Wählen Sie „Anmelden“, um fortzufahren.',
  },
  es: {
    title: 'Inicie sesión para ver este tablero',
    link: 'Iniciar sesión',
    going: 'Se abre la página de inicio de sesión.',
    down: 'El inicio de sesión no responde. Esta página lo intenta de nuevo cada minuto.',
    looping:
      'Ha iniciado sesión, y este servidor sigue sin conocer ninguna. Esta página lo intenta de nuevo en 5 minutos. ¿Acepta su navegador las cookies del servidor?',
    unkept:
      'Este navegador no puede conservar la dirección de su tablero durante el inicio de sesión. Copie la dirección de esta página, inicie sesión y abra la dirección de nuevo.',
    refused: 'Este navegador no guarda nada de esta página. Elija «Iniciar sesión» para continuar.',
  },
};

/** Returns the language of the board's link, of the settings, or of the browser, as the board does. */
function chosenLanguage() {
  const [, linked] = /[?#&;6]lang(?:=|%3D)(\w\w)/i.exec(location.search + location.hash) ?? [];
  let setting;
  try {
    setting = JSON.parse(localStorage.getItem('envboard.settings')).value.language;
  } catch {
    // Without settings, the browser's language counts.
  }
  const tags = [linked, setting, ...navigator.languages].map((tag) => `${tag}`.slice(0, 2).toLowerCase());
  return tags.find((tag) => TEXTS[tag] !== undefined) ?? 'en';
}

const LANGUAGE = chosenLanguage();
const WORDS = TEXTS[LANGUAGE];

const { pathname, search, hash } = location;
const hasFragment = hash.length > 1;
const isMarked = search.includes(MARK);
const next = hasFragment && !isMarked ? `sign-in${search === '' ? '?' : `${search}&`}${MARK}` : `sign-in${search}`;

const say = (text) => {
  document.getElementById('words').textContent = text;
};

/** Returns whether the browser stores a text for this tab. */
function keep(key, text) {
  try {
    sessionStorage.setItem(key, text);
    return sessionStorage.getItem(key) === text;
  } catch {
    return false;
  }
}

/** Returns the times of the last tries, without those of more than a minute ago. */
function lastTries(now) {
  try {
    return JSON.parse(sessionStorage.getItem(TRIES_KEY) ?? '[]').filter((at) => Math.abs(now - at) < TRIES_WITHIN_MS);
  } catch {
    return [];
  }
}

async function pageStatus() {
  try {
    return (await fetch(pathname + search, { cache: 'no-store', redirect: 'manual' })).status;
  } catch {
    return 503;
  }
}

function goOn() {
  const now = Date.now();
  const tries = lastTries(now);
  const isKept = !hasFragment || keep(KEY, hash);
  if (!isKept) return say(WORDS.unkept);
  if (!keep(TRIES_KEY, JSON.stringify([...tries, now]))) return say(WORDS.refused);
  if (tries.length >= MAX_TRIES) {
    say(WORDS.looping);
    return setTimeout(proceed, LONG_RETRY_MS);
  }
  say(WORDS.going);
  return location.replace(next);
}

async function proceed() {
  const status = await pageStatus();
  if (status === 200) return location.reload();
  if (status < 500) return goOn();
  say(WORDS.down);
  return setTimeout(proceed, RETRY_MS);
}

document.documentElement.lang = LANGUAGE;
document.title = `${WORDS.link} · Envboard`;
document.getElementById('title').textContent = WORDS.title;
document.getElementById('link').textContent = WORDS.link;
document.getElementById('link').href = next;
void proceed();
