import { mount } from 'svelte';
import '../../src/theme.css';
import GridPage from './GridPage.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('no #app');
const pages = { grid: GridPage, 'grid-large': GridPage, 'grid-empty': GridPage };
const surface = location.hash.slice(1) || 'grid';
mount(pages[surface as keyof typeof pages] ?? GridPage, { target, props: { surface } });
