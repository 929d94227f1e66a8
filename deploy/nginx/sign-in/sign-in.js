// Runs on the page that users without a session get. Stores the fragment of the board's address, which a sign-on loses, and
// goes to the sign-on. The page takes the fragment from there (src/browser/handed-fragment.ts has the same two names).
const KEY = 'envboard.fragment';
const MARK = 'handed=1';
const TRIES_KEY = 'envboard.sign-ins';
const MAX_TRIES = 3;
const TRIES_WITHIN_MS = 60_000;
const RETRY_MS = 60_000;
const LONG_RETRY_MS = 300_000;

const WORDS = {
  going: 'You are being taken to the sign-on.',
  down: 'The sign-on does not answer. This page tries again every minute.',
  looping:
    'You signed in, and this server still knows no session. This page tries again in 5 minutes. Does your browser accept its cookies?',
  unkept:
    'This browser cannot keep the address of your board while you sign in. Copy the address of this page, sign in, and open the address again.',
  refused: 'This browser does not store data for this page. Choose “Sign in” to go on.',
};

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

document.getElementById('link').href = next;
void proceed();
