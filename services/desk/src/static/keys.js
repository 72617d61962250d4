// A key, or a pedal that sends one, is chosen by pressing it where it is to be chosen. The lists need none of this.

for (const hint of document.querySelectorAll('[data-press-hint]')) hint.hidden = false;

for (const list of document.querySelectorAll('[data-press]'))
  list.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.getModifierState('AltGraph')) return;
    const isLetter = event.key.length === 1;
    const pressed = isLetter ? event.key.toLowerCase() : `${event.shiftKey ? 'Shift+' : ''}${event.key}`;
    if (![...list.options].some(({ value }) => value === pressed)) return;
    event.preventDefault();
    list.value = pressed;
  });
