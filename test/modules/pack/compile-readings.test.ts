import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../../core/search';
import { compileReadings, compileSimplified, readNames } from '../../../modules/pack/compile-readings';
import { readData } from '../../../modules/pack/read-data';

const { pack } = readData(join(import.meta.dirname, '../../../data'));
const readings = compileReadings(pack);
const search = createSearch({ ...pack, readings });

describe('readNames', () => {
  it.each([
    ['容器编排', 'rongqibianpai', 'rqbp'],
    ['Docker 镜像', 'dockerjingxiang', 'dockerjx'],
    ['容器运行时接口（CRI）', 'rongqiyunxingshijiekoucri', 'rqyxsjkcri'],
    ['虚拟机', 'xuniji', 'xnj'],
    // characters that are read in more than one way
    ['重写', 'chongxie', 'cx'],
    ['用 Go 重写', 'yonggochongxie', 'ygocx'],
    ['重命名', 'chongmingming', 'cmm'],
    ['重构', 'chonggou', 'cg'],
    ['重建', 'chongjian', 'cj'],
    ['重要', 'zhongyao', 'zy'],
    ['调度器', 'diaoduqi', 'ddq'],
    ['长期支持', 'changqizhichi', 'cqzc'],
    ['发行版', 'faxingban', 'fxb'],
    ['更名', 'gengming', 'gm'],
    ['命名空间', 'mingmingkongjian', 'mmkj'],
    ['数据中心', 'shujuzhongxin', 'sjzx'],
    ['大会', 'dahui', 'dh'],
    ['校验', 'jiaoyan', 'jy'],
    ['角色', 'juese', 'js'],
    ['率先', 'lvxian', 'lx'],
    ['存储', 'cunchu', 'cc'],
    ['给微服务下定义', 'geiweifuwuxiadingyi', 'gwfwxdy'],
  ])('reads %s as %s, %s', (name, pinyin, initials) => {
    expect(readNames([name])).toEqual({ pinyin: [pinyin], initials: [initials] });
  });

  it('leaves names without Chinese out, and says the same once', () => {
    expect(readNames(['Docker', '容器', '容 器', '榕器'])).toEqual({ pinyin: ['rongqi'], initials: ['rq'] });
    expect(readNames(['Docker'])).toEqual({ pinyin: [], initials: [] });
  });
});

describe('compileReadings', () => {
  it('reads every Chinese name of the history, in letters and digits only', () => {
    const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
    const terms = pack.terms.filter(({ name, surfaces }) => [name.zh, ...surfaces.map(({ text }) => text)].some(isChinese));
    expect(Object.keys(readings.terms)).toEqual(terms.map(({ id }) => id));
    const events = pack.events.filter(({ title, label }) => isChinese(title.zh + label.zh));
    expect(Object.keys(readings.events)).toEqual(events.map(({ id }) => id));
    for (const { pinyin, initials } of [...Object.values(readings.terms), ...Object.values(readings.events)])
      for (const sound of [...pinyin, ...initials]) expect(sound).toMatch(/^[a-z0-9]+$/);
  });
});

describe('compileSimplified', () => {
  it('pairs the traditional characters of a text with its own', () => {
    expect(compileSimplified(['云计算'])).toBe('雲云計计');
  });

  it('takes no character that the texts themselves use', () => {
    expect(compileSimplified(['乾坤', '干净'])).not.toContain('乾');
  });
});

describe('a search with readings', () => {
  it.each([
    ['rongqi', 'container'],
    ['rqbp', 'container-orchestration'],
    ['rongqibianpai', 'container-orchestration'],
    ['rong qi bian pai', 'container-orchestration'],
    ["rong'qi", 'container'],
    ['róngqì', 'container'],
    ['RongQi', 'container'],
    ['ｒｏｎｇｑｉ', 'container'],
    ['bianpai', 'container-orchestration'],
    ['xuniji', 'virtual-machine'],
    ['hongmao', 'red-hat'],
    ['容器編排', 'container-orchestration'],
    ['虛擬機', 'virtual-machine'],
    ['雲原生計算基金會', 'cncf'],
    ['Ｋｕｂｅｒｎｅｔｅｓ', 'kubernetes'],
  ])('finds by %s first %s', (query, id) => {
    expect(search.find(query)[0]).toMatchObject({ kind: 'term', id });
  });

  it('finds the beginning of a name while it is typed', () => {
    expect(search.find('rongqib', 3).map(({ id }) => id)).toContain('container-orchestration');
  });

  it('finds events by the pinyin of a word in their titles', () => {
    const ids = search.find('hongmaoshougou', 10).map(({ id }) => id);
    expect(ids).toContain('e2014-inktank');
  });

  it('finds traditional words in what is told of an event', () => {
    const told = pack.events.find(({ significance }) => significance.zh.includes('镜像')) as (typeof pack.events)[number];
    expect(search.find('鏡像', 400).map(({ id }) => id)).toContain(told.id);
  });

  it.each(['docker', 'swarm', 'oci', 'cri', 'engine', 'go'])('finds for %s nothing by sound that is not called so', (query) => {
    const plain = createSearch(pack);
    expect(search.find(query, 3)).toEqual(plain.find(query, 3));
  });

  it('looks a traditional text up as a term', () => {
    expect(search.findTerm('虛擬機')).toBe('virtual-machine');
  });

  it('works as before on a pack that comes without readings', () => {
    const plain = createSearch(pack);
    expect(plain.find('容器编排')[0]?.id).toBe('container-orchestration');
    expect(plain.find('rqbp')).toEqual([]);
  });
});
