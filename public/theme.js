if (/[?#&]view=wall/.test(location.search + location.hash)) document.documentElement.dataset.view = 'wall';
try {
  const { theme } = JSON.parse(localStorage.getItem('envboard.settings')).value;
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
    document.querySelector('meta[name="color-scheme"]').content = theme;
  }
} catch {}
for (const link of document.querySelectorAll(`link[data-language="${document.documentElement.lang}"]`))
  link.rel = 'modulepreload';
