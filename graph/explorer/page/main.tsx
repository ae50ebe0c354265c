import { render } from 'preact';
import { App } from './app.js';
import { followGraph } from './data.js';
import { followLinks } from './place.js';
import { apply } from './theme.js';
import './style.css';

apply();
followLinks();
void followGraph();
render(<App />, document.getElementById('app') as HTMLElement);
