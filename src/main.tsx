// Starts the page: wishes, address, store, then the first drawing.
import { render } from 'preact';
import { followCharts } from './app/charting.ts';
import { library } from './app/library.ts';
import { keepOffline } from './app/offline.ts';
import { followRoute } from './app/opened.ts';
import { applyPreferences } from './app/preferences.ts';
import { followAddress } from './app/route.ts';
import { App } from './views/app.tsx';
import './views/styles/index.css';

applyPreferences();
followAddress();
followRoute();
followCharts();
void library.openLibrary();

const root = document.getElementById('app');
if (root) {
  // Whatever the page said while it was loading gives way.
  root.textContent = '';
  render(<App />, root);
}

// The person's own files come first; the page is kept for later once it stands.
addEventListener('load', () => setTimeout(() => void keepOffline(), 1000), { once: true });
