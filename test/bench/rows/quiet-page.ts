import { buildPage } from '../build-page';
import { type Row, spell } from '../row';
import { smallSize } from '../sizes';
import { onStage } from '../stage';
import { findOwnTasks, traceWhile } from '../trace';

const seconds = 60;
const timers = ['TimerFire', 'FireIdleCallback', 'FireAnimationFrame'];

/** A page that nobody touches, without scripts of its own: whatever fires there is ours. */
export const quietPage: Row = {
  name: 'quiet-page',
  what: `a quiet page for ${seconds} s`,
  aim: '0 tasks, 0 timers',
  run: ({ extensionDir }) =>
    onStage(extensionDir, async (stage) => {
      const url = stage.serve('/small.html', buildPage(smallSize).html);
      await stage.use('ours');
      const tab = await stage.openPage(url);
      const events = await traceWhile(tab.page, () => new Promise((done) => setTimeout(done, seconds * 1000)));
      const own = findOwnTasks(events);
      const fired = events.filter(({ name }) => timers.includes(name)).length;
      return {
        here: `${own.length} tasks, ${fired} timers`,
        spread: '',
        yardsticks: `${own.map((task) => `${task.name} ${spell(task.cpu, 'ms')}, `).join('')}${events.filter(({ name }) => name === 'ThreadControllerImpl::RunTask').length} tasks of the browser's own`,
      };
    }),
};
