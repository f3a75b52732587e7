/** Magics that compute nothing: name, and the reason for leaving it out. */
export const DROPPED_MAGICS: Readonly<Record<string, string>> = {
  ...same(
    'sets how the notebook shows things',
    'matplotlib config precision pprint colors xmode gui style html_table',
  ),
  ...same(
    'sets up the interactive session',
    'load_ext reload_ext unload_ext autoreload aimport alias alias_magic automagic autocall autoawait autoindent autosave bookmark code_wrap doctest_mode logoff logon logstart logstate logstop pastebin pdb rehashx unalias nb_black lab_black autopep8 sql_magic watermark_ext subprocess_magics notify autonotify',
  ),
  ...same(
    'shows what the session knows',
    'who who_ls whos lsmagic magic quickref history hist dhist dirs pdef pdoc pfile pinfo pinfo2 psearch psource page pycat recall rep tb connect_info watermark version_information versions info env_info pip_list lsof cat less more man ls ll lf lk ldir lx dir echo head tail',
  ),
  ...same(
    'edits or saves the session',
    'ed edit load loadpy macro notebook save qtconsole killbgscripts rerun run_cell_again backup',
  ),
  ...same(
    'measures time or memory',
    'timeit memit mprun lprun_report heat snakeviz pyinstrument scalene system_usage',
  ),
  ...same('opens a view beside the notebook', 'tensorboard wandb tb_view mlflow qgrid debug'),
};

/** Cell magics whose body computes nothing that Python sees. */
export const DROPPED_CELL_MAGICS: Readonly<Record<string, string>> = {
  ...same(
    'shows text or a picture',
    'html HTML javascript js latex markdown svg SVG mermaid graphviz dot manim',
  ),
  ...same('measures time or memory, and defines nothing', 'timeit memit mprun'),
  ...same('is skipped by the notebook', 'skip script_skip'),
};

/** Cell magics whose body is Python that runs in the notebook. */
export const PYTHON_CELL_MAGICS: ReadonlySet<string> = new Set(
  'time capture prun debug ipytest black blackcell lprun snakeviz heat scalene pyinstrument wandb local notify chime code_wrap trackmem'.split(
    ' ',
  ),
);

/** Cell magics whose body is another language. */
export const FOREIGN_CELL_MAGICS: Readonly<Record<string, string>> = {
  R: 'R',
  r: 'R',
  julia: 'Julia',
  perl: 'Perl',
  ruby: 'Ruby',
  cython: 'Cython',
  cython_inline: 'Cython',
  fortran: 'Fortran',
  octave: 'Octave',
  matlab: 'MATLAB',
  scala: 'Scala',
  pypy: 'PyPy',
  python2: 'Python 2',
  cpp: 'C++',
  rust: 'Rust',
  stata: 'Stata',
  SAS: 'SAS',
  cypher: 'Cypher',
  sparql: 'SPARQL',
  kql: 'KQL',
  fs: 'Databricks file commands',
};

function same(reason: string, names: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, reason]));
}
