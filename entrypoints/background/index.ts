import { defineBackground } from 'wxt/utils/define-background';
import { answerQuestions } from './answers';
import { obeyCommands } from './commands';
import { offerLookUp } from './look-up';
import { mindSites } from './mind-sites';
import { scanOpenTabs } from './scan-open-tabs';

export default defineBackground(() => {
  answerQuestions();
  offerLookUp();
  obeyCommands();
  mindSites();
  scanOpenTabs();
});
