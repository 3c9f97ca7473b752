import { mount, type Component } from 'svelte';
import '../../src/theme.css';
import DetailPage from './DetailPage.svelte';
import GridPage from './GridPage.svelte';
import FramePage from './FramePage.svelte';
import HomePage from './HomePage.svelte';
import RecordsPage from './RecordsPage.svelte';
import SchedulePage from './SchedulePage.svelte';
import TreePage from './TreePage.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('no #app');
const pages = { home: HomePage, detail: DetailPage, records: RecordsPage, tree: TreePage, frame: FramePage, 'frame-empty': FramePage, 'frame-work': FramePage, schedule: SchedulePage, 'schedule-large': SchedulePage, grid: GridPage, 'grid-large': GridPage, 'grid-empty': GridPage, 'grid-foot': GridPage };
const surface = location.hash.slice(1) || 'grid';
const Surface = (pages[surface as keyof typeof pages] ?? GridPage) as Component<{ surface: string }>;
mount(Surface, { target, props: { surface } });
