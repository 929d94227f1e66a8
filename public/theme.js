const page = document.documentElement;
const address = location.search + location.hash;
if (/[?#&]view=wall/.test(address)) page.dataset.view = 'wall';
let settings = {};
try {
  settings = JSON.parse(localStorage.getItem('envboard.settings')).value || {};
  const { theme } = settings;
  if (theme === 'light' || theme === 'dark') {
    page.dataset.theme = theme;
    document.querySelector('meta[name="color-scheme"]').content = theme;
  }
} catch {}
// Chooses the language as src/data/preferences/wanted-language.ts does.
const links = [...document.querySelectorAll('[data-language]')];
const [, linked] = /[?#&;6]lang(?:=|%3D)(\w\w)/i.exec(address) || [];
for (const tag of [linked, settings.language, ...navigator.languages, 'en']) {
  const chosen = links.filter(({ dataset }) => dataset.language === `${tag}`.slice(0, 2).toLowerCase());
  for (const link of chosen) link.rel = 'modulepreload';
  if (chosen.length > 0) {
    const { language, tooOld } = chosen[0].dataset;
    page.lang = language;
    // Too old: see src/vite/preload-links.ts.
    if (!window.CSSLayerBlockRule) {
      document.onreadystatechange = () => {
        document.body.textContent = tooOld;
        throw new Error(tooOld);
      };
    }
    break;
  }
}
