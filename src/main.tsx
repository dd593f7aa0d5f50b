// Starts the page: wishes, address, store, then the first drawing.
// First, so that the styles of single pages come after it in every delivery.
import './views/styles/index.css';
import { render } from 'preact';
import { fetchWorkers } from './app/examiners.ts';
import { library } from './app/library.ts';
import { keepOffline } from './app/offline.ts';
import { applyPreferences } from './app/preferences.ts';
import { followAddress } from './app/route.ts';
import { App } from './views/app.tsx';
import { loadAhead } from './views/later.tsx';

applyPreferences();
followAddress();
void library.openLibrary();

const root = document.getElementById('app');
if (root) {
  // Whatever the page said while it was loading gives way.
  root.textContent = '';
  render(<App />, root);
}

// The person's own files come first; the page is kept for later once it stands. Where it cannot be kept, the rest of it is
// fetched ahead: a window that stays open must not miss a part when the site gets a newer version.
addEventListener(
  'load',
  () =>
    setTimeout(async () => {
      if (await keepOffline()) return;
      setTimeout(() => {
        void loadAhead();
        void fetchWorkers();
      }, 4000);
    }, 1000),
  { once: true },
);
