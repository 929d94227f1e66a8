// Before the first paint: the theme that the reader chose. Whoever changes it afterwards is src/data/theme.ts.
try {
  const { theme } = JSON.parse(localStorage.getItem('envboard.settings')).value;
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
    document.querySelector('meta[name="color-scheme"]').content = theme;
  }
} catch {
  // Nothing was chosen, or storage is refused: the system's theme holds.
}
