import type { Language } from '../dates';
import { en, type Strings } from './en';
import { zh } from './zh';

export function chooseStrings(language: Language): Strings {
  return language === 'zh' ? zh : en;
}
