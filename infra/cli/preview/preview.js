// A definition was saved: the page is drawn again, with the answers that its address holds.
new EventSource('/events').addEventListener('saved', () => location.reload());
