import { each } from './each.ts';
import { rowSpecs } from './row-specs.ts';
import type { RowSpec } from './types.ts';

/** Reduces each row along `axis=1`, and all rows otherwise. */
const ALONG_AXIS: RowSpec = {
  rows: 'all',
  when: [
    { argument: ':axis', is: '1', rows: 'each' },
    { argument: ':axis', is: "'columns'", rows: 'each' },
    { argument: ':axis', is: '"columns"', rows: 'each' },
  ],
};

/** What pandas does row by row. Joins, `reset_index` and sorting give rows new neighbours or labels. */
export const PANDAS_ROWS: Readonly<Record<string, RowSpec>> = rowSpecs(
  {
    cell: `
      isna isnull notna notnull to_timedelta
      NDFrame.abs NDFrame.isna NDFrame.isnull NDFrame.notna NDFrame.notnull NDFrame.isin NDFrame.round NDFrame.copy
      Series.isin Series.abs Series.round Series.to_frame Series.to_numpy Series.tolist Series.to_list
      Series.str Series.dt Series.cat Series.values Series.array
      DataFrame.map DataFrame.applymap
      StringMethods.capitalize StringMethods.casefold StringMethods.center StringMethods.contains StringMethods.count
      StringMethods.endswith StringMethods.find StringMethods.findall StringMethods.fullmatch StringMethods.get
      StringMethods.index StringMethods.isalnum StringMethods.isalpha StringMethods.isdecimal StringMethods.isdigit
      StringMethods.islower StringMethods.isnumeric StringMethods.isspace StringMethods.istitle StringMethods.isupper
      StringMethods.join StringMethods.len StringMethods.ljust StringMethods.lower StringMethods.lstrip
      StringMethods.match StringMethods.normalize StringMethods.pad StringMethods.removeprefix
      StringMethods.removesuffix StringMethods.repeat StringMethods.replace StringMethods.rfind StringMethods.rindex
      StringMethods.rjust StringMethods.rstrip StringMethods.slice StringMethods.slice_replace
      StringMethods.startswith StringMethods.strip StringMethods.swapcase StringMethods.title StringMethods.translate
      StringMethods.upper StringMethods.wrap StringMethods.zfill
      DatetimeProperties.year DatetimeProperties.month DatetimeProperties.day DatetimeProperties.hour
      DatetimeProperties.minute DatetimeProperties.second DatetimeProperties.microsecond
      DatetimeProperties.nanosecond DatetimeProperties.quarter DatetimeProperties.dayofweek
      DatetimeProperties.day_of_week DatetimeProperties.weekday DatetimeProperties.dayofyear
      DatetimeProperties.day_of_year DatetimeProperties.is_month_start DatetimeProperties.is_month_end
      DatetimeProperties.is_quarter_start DatetimeProperties.is_quarter_end DatetimeProperties.is_year_start
      DatetimeProperties.is_year_end DatetimeProperties.is_leap_year DatetimeProperties.days_in_month
      DatetimeProperties.daysinmonth DatetimeProperties.date DatetimeProperties.time DatetimeProperties.days
      DatetimeProperties.seconds DatetimeProperties.microseconds DatetimeProperties.nanoseconds
      DatetimeProperties.ceil DatetimeProperties.floor DatetimeProperties.round DatetimeProperties.normalize
      DatetimeProperties.strftime DatetimeProperties.month_name DatetimeProperties.day_name
      DatetimeProperties.total_seconds DatetimeProperties.to_period DatetimeProperties.isocalendar
    `,
    each: `
      DataFrame.assign DataFrame.rename DataFrame.eval DataFrame.to_numpy DataFrame.values DataFrame.insert
      NDFrame.add_prefix NDFrame.add_suffix NDFrame.set_axis
      NDFrame.add NDFrame.sub NDFrame.subtract NDFrame.mul NDFrame.multiply NDFrame.div NDFrame.divide
      NDFrame.truediv NDFrame.floordiv NDFrame.mod NDFrame.pow NDFrame.radd NDFrame.rsub NDFrame.rmul NDFrame.rdiv
      NDFrame.rtruediv NDFrame.eq NDFrame.ne NDFrame.lt NDFrame.le NDFrame.gt NDFrame.ge
      NDFrame.combine_first Series.between Series.clip Series.rename
      StringMethods.partition StringMethods.rpartition StringMethods.extract
    `,
    filter: `DataFrame.query`,
    choice: `
      NDFrame.head NDFrame.tail NDFrame.sample NDFrame.truncate NDFrame.take NDFrame.sort_values NDFrame.sort_index
      NDFrame.drop_duplicates NDFrame.nlargest NDFrame.nsmallest NDFrame.first NDFrame.last
    `,
    order: `
      NDFrame.shift NDFrame.diff NDFrame.pct_change NDFrame.cumsum NDFrame.cumprod NDFrame.cummax NDFrame.cummin
      NDFrame.ffill NDFrame.bfill NDFrame.pad NDFrame.backfill NDFrame.interpolate NDFrame.rolling NDFrame.expanding
      NDFrame.ewm NDFrame.asfreq NDFrame.resample NDFrame.reindex NDFrame.duplicated Series.duplicated
      DataFrame.duplicated Series.factorize Series.argsort NDFrame.explode merge_asof
    `,
    all: `
      get_dummies cut qcut factorize crosstab pivot pivot_table melt value_counts concat merge unique
      NDFrame.mean NDFrame.median NDFrame.min NDFrame.max NDFrame.sum NDFrame.std NDFrame.var NDFrame.sem NDFrame.skew
      NDFrame.kurt NDFrame.quantile NDFrame.mode NDFrame.count NDFrame.nunique NDFrame.prod NDFrame.any NDFrame.all
      NDFrame.idxmax NDFrame.idxmin NDFrame.rank NDFrame.convert_dtypes NDFrame.describe NDFrame.value_counts NDFrame.groupby NDFrame.agg
      NDFrame.aggregate NDFrame.transform NDFrame.corr NDFrame.cov Series.mean Series.median Series.std Series.var
      Series.unique Series.value_counts Series.nunique Series.corr DataFrame.corr DataFrame.groupby DataFrame.merge
      DataFrame.join DataFrame.pivot DataFrame.pivot_table DataFrame.melt DataFrame.stack DataFrame.unstack
      DataFrame.describe DataFrame.select_dtypes DataFrame.rank NDFrame.shape NDFrame.size NDFrame.empty
      StringMethods.cat StringMethods.get_dummies CategoricalAccessor.codes CategoricalAccessor.categories
    `,
  },
  {
    ...each(
      ALONG_AXIS,
      `DataFrame.mean DataFrame.median DataFrame.min DataFrame.max DataFrame.sum DataFrame.std DataFrame.var DataFrame.sem
      DataFrame.skew DataFrame.kurt DataFrame.prod DataFrame.any DataFrame.all DataFrame.count DataFrame.nunique
      DataFrame.idxmax DataFrame.idxmin DataFrame.apply`,
    ),
    // How many columns come out depends on the longest text.
    'StringMethods.split': { rows: 'cell', when: [{ argument: ':expand', is: 'True', rows: 'all' }] },
    'StringMethods.rsplit': { rows: 'cell', when: [{ argument: ':expand', is: 'True', rows: 'all' }] },
    'Series.map': { rows: 'cell' },
    'Series.apply': { rows: 'cell' },
    // A dtype that is worked out from the values of all rows is no row's own.
    'NDFrame.astype': {
      rows: 'cell',
      when: [
        { argument: '0:dtype', is: "'category'", rows: 'all' },
        { argument: '0:dtype', is: '"category"', rows: 'all' },
      ],
    },
    'NDFrame.fillna': {
      rows: 'cell',
      when: [{ argument: ':method', is: '*', rows: 'order' }],
    },
    'Series.fillna': { rows: 'each', when: [{ argument: ':method', is: '*', rows: 'order' }] },
    'NDFrame.clip': { rows: 'cell' },
    'NDFrame.replace': { rows: 'cell', when: [{ argument: ':method', is: '*', rows: 'order' }] },
    'NDFrame.where': { rows: 'each' },
    'NDFrame.mask': { rows: 'each' },
    'NDFrame.dropna': {
      rows: 'filter',
      when: [
        { argument: ':axis', is: '1', rows: 'all' },
        { argument: ':axis', is: "'columns'", rows: 'all' },
        { argument: ':axis', is: '"columns"', rows: 'all' },
        { argument: ':ignore_index', is: '*', rows: 'choice' },
      ],
    },
    'NDFrame.drop': { rows: 'choice' },
    // Without a format it is worked out from the first value.
    to_datetime: { rows: 'all', when: [{ argument: ':format', is: '*', rows: 'cell' }] },
    to_numeric: { rows: 'cell', when: [{ argument: ':downcast', is: '*', rows: 'all' }] },
    'NDFrame.reset_index': { rows: 'order', when: [{ argument: ':drop', is: 'True', rows: 'choice' }] },
    'DataFrame.set_index': { rows: 'each' },
  },
);
