import { each } from './each.ts';
import type { AttributeSpec, CallSpec, LibrarySpec } from './types.ts';

const PART = {} as const satisfies AttributeSpec;
const FRESH = { fresh: true } as const satisfies AttributeSpec;
const TEXT_PART = { returns: 'str' } as const satisfies AttributeSpec;
const NUMBER_PART = { returns: 'int' } as const satisfies AttributeSpec;
const PURE = {} as const satisfies CallSpec;
const PART_OF_DRAWING = { aliases: ['self'] } as const satisfies CallSpec;
const SHARES_ARGUMENTS = { aliases: ['*'] } as const satisfies CallSpec;
const CHANGES_AND_SHARES = { aliases: ['self'], mutates: ['self'] } as const satisfies CallSpec;
const HOLDS_ARGUMENTS = { holds: [{ by: 'return', value: '*' }] } as const satisfies CallSpec;
const SETS_OPTIONS = { reads: ['options'], writes: ['options'] } as const satisfies CallSpec;
/** Drawing finds colour maps by name in a table of the process. */
const REGISTERS = {
  reads: ['options'],
  writes: ['options'],
  returns: 'builtins.NoneType',
} as const satisfies CallSpec;
const READS_OPTIONS = { reads: ['options'] } as const satisfies CallSpec;
const DRAWS = { reads: ['figure'], writes: ['figure'] } as const satisfies CallSpec;
/** `figures` are all that pyplot keeps, not only the current one. */
const READS_FIGURES = { reads: ['figure', 'figures'] } as const satisfies CallSpec;
const DRAWS_WITH_OPTIONS = { reads: ['figure', 'options'], writes: ['figure'] } as const satisfies CallSpec;
const ADDS_TO_DRAWING = {
  aliases: ['self'],
  mutates: ['self', ':ax', ':cax'],
  reads: ['options'],
  returns: 'matplotlib.Artist',
} as const satisfies CallSpec;

const ADDS_ARTIST = {
  mutates: ['self', '0'],
  aliases: ['self', '0'],
  holds: [{ by: 'self', value: '*' }],
  reads: ['options'],
  returns: 'matplotlib.Artist',
} as const satisfies CallSpec;

/** Matplotlib: pyplot draws on the current figure; a method of axes changes the figure that they belong to. */
export const matplotlibLibraries = [
  {
    module: 'matplotlib',
    distribution: 'matplotlib',
    url: 'https://matplotlib.org/stable/api/index.html',
    functions: {
      ...each(
        { ...DRAWS_WITH_OPTIONS, returns: 'matplotlib.Artist' },
        `
          pyplot.acorr pyplot.angle_spectrum pyplot.annotate pyplot.arrow pyplot.axhline pyplot.axhspan
          pyplot.axline pyplot.axvline pyplot.axvspan pyplot.bar pyplot.bar_label pyplot.barbs
          pyplot.barh pyplot.boxplot pyplot.broken_barh pyplot.clabel pyplot.cohere pyplot.contour
          pyplot.contourf pyplot.csd pyplot.ecdf pyplot.errorbar pyplot.eventplot pyplot.figimage
          pyplot.figlegend pyplot.figtext pyplot.fill pyplot.fill_between pyplot.fill_betweenx
          pyplot.grouped_bar pyplot.hexbin pyplot.hist pyplot.hist2d pyplot.hlines pyplot.imshow
          pyplot.legend pyplot.loglog pyplot.magnitude_spectrum pyplot.matshow pyplot.pcolor
          pyplot.pcolormesh pyplot.phase_spectrum pyplot.pie pyplot.pie_label pyplot.plot pyplot.polar
          pyplot.psd pyplot.quiver pyplot.quiverkey pyplot.scatter pyplot.semilogx pyplot.semilogy
          pyplot.specgram pyplot.spy pyplot.stackplot pyplot.stairs pyplot.stem pyplot.step
          pyplot.streamplot pyplot.suptitle pyplot.table pyplot.text pyplot.title pyplot.tricontour
          pyplot.tricontourf pyplot.tripcolor pyplot.triplot pyplot.violinplot pyplot.vlines
          pyplot.xcorr pyplot.xlabel pyplot.ylabel
        `,
      ),
      ...each(
        { ...DRAWS_WITH_OPTIONS, returns: 'builtins.NoneType' },
        `
          pyplot.cla pyplot.clf pyplot.clim pyplot.delaxes pyplot.disconnect pyplot.grid pyplot.locator_params
          pyplot.minorticks_off pyplot.minorticks_on pyplot.sci pyplot.subplots_adjust pyplot.tick_params
          pyplot.ticklabel_format pyplot.tight_layout pyplot.xscale pyplot.yscale
        `,
      ),
      // The colours become the default of later images, too.
      ...each(
        {
          ...DRAWS_WITH_OPTIONS,
          writes: [...DRAWS_WITH_OPTIONS.writes, 'options'],
          returns: 'builtins.NoneType',
        },
        `
          pyplot.autumn pyplot.bone pyplot.cool pyplot.copper pyplot.flag pyplot.gray pyplot.hot pyplot.hsv
          pyplot.inferno pyplot.jet pyplot.magma pyplot.nipy_spectral pyplot.pink pyplot.plasma pyplot.prism
          pyplot.spring pyplot.summer pyplot.viridis pyplot.winter
        `,
      ),
      ...each(
        DRAWS_WITH_OPTIONS,
        `
          pyplot.autoscale pyplot.axis pyplot.box pyplot.colorbar pyplot.gci
          pyplot.get_current_fig_manager pyplot.ginput pyplot.margins pyplot.new_figure_manager
          pyplot.rgrids pyplot.subplot_tool pyplot.thetagrids pyplot.waitforbuttonpress pyplot.xlim
          pyplot.xticks pyplot.ylim pyplot.yticks
        `,
      ),
      'pyplot.axes': { reads: ['figure', 'options'], writes: ['figure'], returns: 'matplotlib.Drawing' },
      'pyplot.close': {
        reads: ['figure'],
        writes: ['figure'],
        mutates: ['0:fig'],
        returns: 'builtins.NoneType',
      },
      'pyplot.connect': { reads: ['figure'], writes: ['figure'], calls: ['*'] },
      'pyplot.draw': DRAWS,
      'pyplot.draw_if_interactive': DRAWS,
      'pyplot.fignum_exists': READS_FIGURES,
      'pyplot.figure': {
        reads: ['options'],
        writes: ['figure'],
        returns: 'matplotlib.Drawing',
        aliases: ['0:num'],
        when: [
          { argument: '0:num', is: '*', reads: ['figure', 'figures', 'options'] },
          { argument: '0:num', is: 'None', reads: ['options'] },
        ],
      },
      'pyplot.findobj': { reads: ['figure'], writes: ['figure'], aliases: ['*'] },
      'pyplot.gca': { reads: ['figure', 'options'], writes: ['figure'], returns: 'matplotlib.Drawing' },
      'pyplot.gcf': { reads: ['figure', 'options'], writes: ['figure'], returns: 'matplotlib.Drawing' },
      'pyplot.get': { ...SHARES_ARGUMENTS, writes: ['stdout'] },
      ...each(
        READS_OPTIONS,
        `
          pyplot.get_cmap pyplot.isinteractive pyplot.get_backend cm.get_cmap pyplot.cm.get_cmap dates.date2num
          dates.num2date
        `,
      ),
      'pyplot.get_figlabels': READS_FIGURES,
      'pyplot.get_fignums': READS_FIGURES,
      ...each(
        PURE,
        `
          pyplot.get_plot_commands colors.to_rgb colors.to_rgba colors.to_hex colors.to_rgba_array
          colors.rgb2hex cm.viridis pyplot.cm.viridis cm.plasma pyplot.cm.plasma cm.inferno pyplot.cm.inferno
          cm.magma pyplot.cm.magma cm.coolwarm pyplot.cm.coolwarm cm.RdBu pyplot.cm.RdBu cm.RdBu_r
          pyplot.cm.RdBu_r cm.Blues pyplot.cm.Blues cm.Reds pyplot.cm.Reds cm.Greens pyplot.cm.Greens cm.Greys
          pyplot.cm.Greys cm.jet pyplot.cm.jet cm.hot pyplot.cm.hot cm.cool pyplot.cm.cool cm.gray
          pyplot.cm.gray cm.bwr pyplot.cm.bwr cm.seismic pyplot.cm.seismic cm.tab10 pyplot.cm.tab10 cm.tab20
          pyplot.cm.tab20 cm.Set1 pyplot.cm.Set1 cm.Set2 pyplot.cm.Set2 cm.Set3 pyplot.cm.Set3 cm.Spectral
          pyplot.cm.Spectral cm.rainbow pyplot.cm.rainbow cm.RdYlBu pyplot.cm.RdYlBu cm.RdYlGn pyplot.cm.RdYlGn
          cm.YlOrRd pyplot.cm.YlOrRd cm.winter pyplot.cm.winter cm.summer pyplot.cm.summer cm.autumn
          pyplot.cm.autumn cm.spring pyplot.cm.spring cm.bone pyplot.cm.bone cm.copper pyplot.cm.copper cm.PuBu
          pyplot.cm.PuBu cm.Purples pyplot.cm.Purples cm.Oranges pyplot.cm.Oranges cm.hsv pyplot.cm.hsv
          cm.Paired pyplot.cm.Paired cm.Pastel1 pyplot.cm.Pastel1 cm.terrain pyplot.cm.terrain cm.ocean
          pyplot.cm.ocean
        `,
      ),
      'pyplot.getp': { ...SHARES_ARGUMENTS, writes: ['stdout'] },
      'pyplot.imread': { readsFile: '0:fname', returns: 'numpy.ndarray' },
      'pyplot.imsave': { writesFile: '0:fname', reads: ['options'] },
      'pyplot.pause': DRAWS,
      // Where there is no figure, it makes one.
      'pyplot.savefig': { reads: ['figure', 'options'], writes: ['figures'], writesFile: '0:fname' },
      'pyplot.sca': { reads: ['figure'], writes: ['figure'], mutates: ['0:ax'], aliases: ['0:ax'] },
      'pyplot.set_cmap': { reads: ['options', 'figure'], writes: ['options', 'figure'] },
      'pyplot.setp': { mutates: ['0'], writes: ['stdout'] },
      'pyplot.show': { reads: ['figure'], writes: ['figure', 'stdout'], returns: 'builtins.NoneType' },
      'pyplot.subplot': { reads: ['figure', 'options'], writes: ['figure'], returns: 'matplotlib.Drawing' },
      'pyplot.subplot2grid': {
        reads: ['figure', 'options'],
        writes: ['figure'],
        returns: 'matplotlib.Drawing',
      },
      ...each(
        {
          reads: ['options'],
          writes: ['figure'],
          returns: 'matplotlib.Drawing',
          when: [{ argument: ':num', is: '*', reads: ['figure', 'options'] }],
        },
        'pyplot.subplot_mosaic pyplot.subplots',
      ),
      'pyplot.twinx': { reads: ['figure', 'options'], writes: ['figure'], returns: 'matplotlib.Drawing' },
      'pyplot.twiny': { reads: ['figure', 'options'], writes: ['figure'], returns: 'matplotlib.Drawing' },
      ...each(
        { reads: ['options', 'figure'], writes: ['options', 'figure'] },
        `
          pyplot.ion pyplot.ioff pyplot.switch_backend pyplot.rc pyplot.rcdefaults
        `,
      ),
      'pyplot.xkcd': SETS_OPTIONS,
      'pyplot.set_loglevel': { reads: ['options', 'figure'], writes: ['options', 'figure'] },
      'pyplot.rc_context': HOLDS_ARGUMENTS,
      'style.use': { reads: ['options'], writes: ['options'], returns: 'builtins.NoneType' },
      'pyplot.style.use': { reads: ['options'], writes: ['options'], returns: 'builtins.NoneType' },
      'style.context': HOLDS_ARGUMENTS,
      'pyplot.style.context': HOLDS_ARGUMENTS,
      ...each(
        { reads: ['options'], writes: ['options'], returns: 'builtins.NoneType' },
        `
          rc rcdefaults use set_loglevel
        `,
      ),
      get_backend: { reads: ['options'], returns: 'str' },
      ...each(
        REGISTERS,
        `
          cm.register_cmap pyplot.cm.register_cmap pyplot.register_cmap colormaps.register
          pyplot.colormaps.register cm.unregister_cmap pyplot.cm.unregister_cmap colormaps.unregister
        `,
      ),
    },
    classes: {
      'colors.Colormap': {
        methods: { __call__: PURE, copy: PURE, reversed: PURE, resampled: PURE },
        attributes: { name: TEXT_PART, N: NUMBER_PART },
        constructor: HOLDS_ARGUMENTS,
      },
      'colors.ListedColormap': { bases: ['matplotlib.colors.Colormap'], constructor: HOLDS_ARGUMENTS },
      'colors.LinearSegmentedColormap': {
        bases: ['matplotlib.colors.Colormap'],
        constructor: HOLDS_ARGUMENTS,
        methods: { from_list: { returns: 'matplotlib.colors.LinearSegmentedColormap' } },
      },
      ...each(
        { constructor: HOLDS_ARGUMENTS },
        `
          colors.Normalize colors.LogNorm colors.BoundaryNorm colors.TwoSlopeNorm colors.CenteredNorm
          colors.PowerNorm colors.SymLogNorm
        `,
      ),
      'colors.LightSource': {
        constructor: HOLDS_ARGUMENTS,
        methods: { hillshade: PURE, shade: PURE, blend_overlay: PURE },
      },
      ...each(
        { constructor: HOLDS_ARGUMENTS },
        `
          ticker.MaxNLocator ticker.MultipleLocator ticker.AutoMinorLocator ticker.FixedLocator
          ticker.LogLocator ticker.NullLocator ticker.LinearLocator ticker.AutoLocator ticker.FuncFormatter
          ticker.PercentFormatter ticker.ScalarFormatter ticker.FormatStrFormatter ticker.NullFormatter
          ticker.FixedFormatter ticker.StrMethodFormatter ticker.LogFormatter
        `,
      ),
      ...each(
        { constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] } },
        `
          dates.DateFormatter dates.MonthLocator dates.YearLocator dates.DayLocator dates.WeekdayLocator
          dates.HourLocator dates.AutoDateLocator
        `,
      ),
      'dates.ConciseDateFormatter': {
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'dates.AutoDateFormatter': {
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.Patch': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.Rectangle': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.Circle': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.Ellipse': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.Polygon': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.FancyArrowPatch': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.Wedge': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.Arc': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.PathPatch': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.FancyBboxPatch': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.ConnectionPatch': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'lines.Line2D': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'gridspec.GridSpec': {
        constructor: HOLDS_ARGUMENTS,
        element: 'matplotlib.gridspec.SubplotSpec',
        methods: { subgridspec: PART_OF_DRAWING },
      },
      'gridspec.SubplotSpec': {
        methods: { subgridspec: PART_OF_DRAWING, get_gridspec: PART_OF_DRAWING },
        constructor: HOLDS_ARGUMENTS,
      },
      'gridspec.GridSpecFromSubplotSpec': { constructor: HOLDS_ARGUMENTS },
      Artist: {
        element: 'matplotlib.Artist',
        iterate: { aliases: ['self'], returns: 'matplotlib.Artist' },
        methods: {
          // Units come out as they went in.
          ...each({ aliases: ['*'] }, 'convert_xunits convert_yunits'),
          ...each(
            CHANGES_AND_SHARES,
            `
              add_callback contains draw findobj format_cursor_data pchanged pick
              pickable properties recache recache_always remove remove_callback set set_aa set_agg_filter
              set_alpha set_animated set_antialiased set_c set_clip_box set_clip_on set_clip_path set_color
              set_dash_capstyle set_dash_joinstyle set_dashes set_data set_drawstyle set_ds set_figure
              set_fillstyle set_gapcolor set_gid set_in_layout set_label set_linestyle set_linewidth set_ls
              set_lw set_marker set_markeredgecolor set_markeredgewidth set_markerfacecolor
              set_markerfacecoloralt set_markersize set_markevery set_mec set_mew set_mfc set_mfcalt
              set_mouseover set_ms set_path_effects set_picker set_pickradius set_rasterized set_sketch_params
              set_snap set_solid_capstyle set_solid_joinstyle set_transform set_url set_visible set_xdata
              set_ydata set_zorder update update_from contains_point contains_points set_angle set_bounds
              set_capstyle set_ec set_edgecolor set_edgegapcolor set_facecolor set_fc set_fill set_hatch
              set_hatch_linewidth set_hatchcolor set_height set_joinstyle set_width set_x set_xy set_y
              set_backgroundcolor set_bbox set_family set_font set_font_properties set_fontfamily
              set_fontfeatures set_fontname set_fontproperties set_fontsize set_fontstretch set_fontstyle
              set_fontvariant set_fontweight set_ha set_horizontalalignment set_language set_linespacing set_ma
              set_math_fontfamily set_multialignment set_name set_parse_math set_position set_rotation
              set_rotation_mode set_size set_stretch set_style set_text set_transform_rotates_text set_usetex
              set_va set_variant set_verticalalignment set_weight set_wrap update_bbox_position_size autoscale
              autoscale_None changed legend_elements set_antialiaseds set_array set_clim set_cmap
              set_edgecolors set_facecolors set_linestyles set_linewidths set_norm set_offset_transform
              set_offsets set_paths set_sizes set_transOffset set_urls to_rgba update_scalarmappable
              can_composite make_image set_extent set_filternorm set_filterrad set_interpolation
              set_interpolation_stage set_resample write_png draw_frame set_alignment set_bbox_to_anchor
              set_draggable set_frame_on set_loc set_ncols set_title axis_date clear convert_units grid
              limit_range_for_scale minorticks_off minorticks_on reset_ticks set_converter set_data_interval
              set_default_intervals set_inverted set_label_coords set_label_position set_label_text
              set_major_formatter set_major_locator set_minor_formatter set_minor_locator
              set_remove_overlapping_locs set_tick_params set_ticklabels set_ticks set_ticks_position set_units
              set_view_interval tick_bottom tick_top update_units register_axis set_patch_arc set_patch_circle
              set_patch_line add_lines drag_pan update_normal update_ticks add_label add_label_near clabel
              find_nearest_contour labels locate_label pop_label print_label too_close
            `,
          ),
          ...each(
            PART_OF_DRAWING,
            `
              get_aa get_agg_filter get_alpha get_animated get_antialiased get_bbox get_c get_children
              get_clip_box get_clip_on get_clip_path get_color get_cursor_data get_dash_capstyle
              get_dash_joinstyle get_data get_drawstyle get_ds get_figure get_fillstyle get_gapcolor get_gid
              get_in_layout get_label get_linestyle get_linewidth get_ls get_lw get_marker get_markeredgecolor
              get_markeredgewidth get_markerfacecolor get_markerfacecoloralt get_markersize get_markevery
              get_mec get_mew get_mfc get_mfcalt get_mouseover get_ms get_path get_path_effects get_picker
              get_pickradius get_rasterized get_sketch_params get_snap get_solid_capstyle get_solid_joinstyle
              get_tightbbox get_transform get_transformed_clip_path_and_affine get_url get_visible
              get_window_extent get_xdata get_xydata get_ydata get_zorder have_units is_dashed is_transform_set
              get_angle get_capstyle get_center get_corners get_data_transform get_ec get_edgecolor
              get_edgegapcolor get_extents get_facecolor get_fc get_fill get_hatch get_hatch_linewidth
              get_hatchcolor get_height get_joinstyle get_patch_transform get_verts get_width get_x get_xy
              get_y get_bbox_patch get_family get_font get_font_properties get_fontfamily get_fontfeatures
              get_fontname get_fontproperties get_fontsize get_fontstyle get_fontvariant get_fontweight get_ha
              get_horizontalalignment get_language get_linespacing get_math_fontfamily get_name get_parse_math
              get_position get_rotation get_rotation_mode get_size get_stretch get_style get_text
              get_transform_rotates_text get_unitless_position get_usetex get_va get_variant
              get_verticalalignment get_weight get_wrap get_antialiaseds get_array get_clim get_cmap get_dashes
              get_datalim get_edgecolors get_facecolors get_linestyles get_linewidths get_offset_transform
              get_offsets get_paths get_sizes get_transOffset get_transforms get_urls get_extent get_filternorm
              get_filterrad get_interpolation get_interpolation_stage get_resample get_shape get_alignment
              get_bbox_to_anchor get_draggable get_frame get_frame_on get_legend_handler_map get_lines
              get_patches get_texts get_title get_converter get_data_interval get_gridlines get_inverted
              get_label_position get_label_text get_major_formatter get_major_locator get_major_ticks
              get_majorticklabels get_majorticklines get_majorticklocs get_minor_formatter get_minor_locator
              get_minor_ticks get_minorticklabels get_minorticklines get_minorticklocs get_minpos
              get_offset_text get_remove_overlapping_locs get_scale get_tick_padding get_tick_params
              get_tick_space get_ticklabels get_ticklines get_ticklocs get_ticks_direction get_ticks_position
              get_units get_view_interval get_bounds get_spine_transform get_ticks
            `,
          ),
        },
        attributes: {
          ...each(PART, 'ax axes figure patches lines axis cmap norm colorbar'),
        },
        constructor: HOLDS_ARGUMENTS,
      },
      'axes.Axes': {
        bases: [],
        constructor: HOLDS_ARGUMENTS,
        methods: {
          // Units come out as they went in.
          ...each({ aliases: ['*'] }, 'convert_xunits convert_yunits'),
          ...each(
            ADDS_TO_DRAWING,
            `
              acorr add_callback angle_spectrum annotate apply_aspect arrow autoscale_view axhline axhspan
              axline axvline axvspan bar bar_label barbs barh boxplot broken_barh bxp clabel cohere contour
              contourf csd drag_pan draw_artist ecdf end_pan errorbar eventplot
              fill fill_between fill_betweenx findobj format_cursor_data grouped_bar have_units hexbin hist
              hist2d hlines imshow indicate_inset indicate_inset_zoom is_transform_set loglog
              magnitude_spectrum matshow pchanged pcolor pcolorfast pcolormesh phase_spectrum pick pickable pie
              pie_label plot properties psd quiver quiverkey redraw_in_frame remove_callback scatter semilogx
              semilogy specgram spy stackplot stairs start_pan stem step streamplot table text tricontour
              tricontourf tripcolor triplot update update_datalim update_from violin violinplot vlines
              xaxis_date xaxis_inverted xcorr yaxis_date yaxis_inverted
            `,
          ),
          ...each(
            ADDS_ARTIST,
            `
              add_artist add_child_axes add_collection add_container add_image add_line add_patch add_table
              legend
            `,
          ),
          autoscale: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          axis: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          ...each(
            PART_OF_DRAWING,
            `
              can_pan can_zoom contains contains_point format_coord format_xdata format_ydata get_adjustable
              get_agg_filter get_alpha get_anchor get_animated get_aspect get_autoscale_on get_autoscalex_on
              get_autoscaley_on get_axes_locator get_axisbelow get_box_aspect get_children get_clip_box
              get_clip_on get_clip_path get_cursor_data get_data_ratio get_default_bbox_extra_artists
              get_facecolor get_fc get_forward_navigation_events get_frame_on get_gid get_gridspec get_images
              get_in_layout get_label get_legend get_lines get_mouseover get_navigate get_navigate_mode
              get_path_effects get_picker get_position get_rasterization_zorder get_rasterized
              get_sketch_params get_snap get_subplotspec get_title get_transform
              get_transformed_clip_path_and_affine get_url get_visible get_xaxis get_xaxis_text1_transform
              get_xaxis_text2_transform get_xaxis_transform get_xbound get_xgridlines get_xinverted get_xlabel
              get_xlim get_xmajorticklabels get_xmargin get_xminorticklabels get_xscale get_xticklines
              get_yaxis get_yaxis_text1_transform get_yaxis_text2_transform get_yaxis_transform get_ybound
              get_ygridlines get_yinverted get_ylabel get_ylim get_ymajorticklabels get_ymargin
              get_yminorticklabels get_yscale get_yticklines get_zorder has_data in_axes
            `,
          ),
          cla: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          clear: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          draw: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          ...each(
            {
              mutates: ['self'],
              aliases: ['self'],
              reads: ['options'],
              returns: 'matplotlib.Drawing',
            },
            'get_figure inset_axes secondary_xaxis secondary_yaxis',
          ),
          ...each(
            CHANGES_AND_SHARES,
            `
              get_legend_handles_labels get_tightbbox get_window_extent get_xticklabels get_xticks
              get_yticklabels get_yticks
            `,
          ),
          grid: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          invert_xaxis: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          invert_yaxis: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          label_outer: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          locator_params: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          margins: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          minorticks_off: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          minorticks_on: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          relim: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          remove: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          reset_position: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          ...each(
            { mutates: ['self'], aliases: ['self'], reads: ['options'] },
            `
              set set_adjustable set_agg_filter set_alpha set_anchor set_animated set_aspect set_autoscale_on
              set_autoscalex_on set_autoscaley_on set_axes_locator set_axis_off set_axis_on set_axisbelow
              set_box_aspect set_clip_box set_clip_on set_clip_path set_facecolor set_fc set_figure
              set_forward_navigation_events set_frame_on set_gid set_in_layout set_label set_mouseover
              set_navigate set_navigate_mode set_path_effects set_picker set_position set_prop_cycle
              set_rasterization_zorder set_rasterized set_sketch_params set_snap set_subplotspec set_title
              set_transform set_url set_visible set_xbound set_xinverted set_xlabel set_xlim set_xmargin
              set_xscale set_xticklabels set_xticks set_ybound set_yinverted set_ylabel set_ylim set_ymargin
              set_yscale set_yticklabels set_yticks set_zorder sharex sharey
            `,
          ),
          tick_params: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          ticklabel_format: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          twinx: { mutates: ['self'], aliases: ['self'], reads: ['options'], returns: 'matplotlib.Drawing' },
          twiny: { mutates: ['self'], aliases: ['self'], reads: ['options'], returns: 'matplotlib.Drawing' },
        },
        attributes: {
          ...each(
            { returns: 'matplotlib.Artist' },
            `
              xaxis yaxis spines title patch lines patches collections texts images legend_ containers
            `,
          ),
          figure: { returns: 'matplotlib.Drawing' },
          axes: { returns: 'matplotlib.Drawing' },
          ...each(PART, 'transData transAxes dataLim viewLim canvas'),
        },
      },
      'figure.Figure': {
        bases: [],
        constructor: HOLDS_ARGUMENTS,
        methods: {
          ...each(ADDS_ARTIST, 'add_artist legend'),
          ...each(
            {
              mutates: ['self'],
              aliases: ['self'],
              reads: ['options'],
              returns: 'matplotlib.Drawing',
            },
            'add_axes add_subfigure add_subplot get_axes get_figure subfigures subplot_mosaic subplots',
          ),
          // Units come out as they went in.
          ...each({ aliases: ['*'] }, 'convert_xunits convert_yunits'),
          ...each(
            ADDS_TO_DRAWING,
            `
              add_axobserver add_callback align_labels align_titles align_xlabels align_ylabels colorbar
              draw_artist draw_without_rendering figimage findobj
              format_cursor_data ginput have_units is_transform_set pchanged pick pickable properties
              remove_callback suptitle supxlabel supylabel text update update_from waitforbuttonpress
            `,
          ),
          add_gridspec: CHANGES_AND_SHARES,
          autofmt_xdate: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          clear: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          clf: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          ...each(
            PART_OF_DRAWING,
            `
              contains get_agg_filter get_alpha get_animated get_children get_clip_box get_clip_on
              get_clip_path get_constrained_layout get_constrained_layout_pads get_cursor_data
              get_default_bbox_extra_artists get_dpi get_edgecolor get_facecolor get_figheight get_figwidth
              get_frameon get_gid get_in_layout get_label get_layout_engine get_linewidth get_mouseover
              get_path_effects get_picker get_rasterized get_size_inches get_sketch_params get_snap
              get_suptitle get_supxlabel get_supylabel get_tight_layout get_transform
              get_transformed_clip_path_and_affine get_url get_visible get_zorder
            `,
          ),
          delaxes: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          draw: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          gca: { mutates: ['self'], aliases: ['self'], reads: ['options'], returns: 'matplotlib.Drawing' },
          get_tightbbox: CHANGES_AND_SHARES,
          get_window_extent: CHANGES_AND_SHARES,
          remove: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          sca: { mutates: ['self', '0'], aliases: ['0'], reads: ['figure'], writes: ['figure'] },
          ...each(
            { mutates: ['self'], aliases: ['self'], reads: ['options'] },
            `
              set set_agg_filter set_alpha set_animated set_canvas set_clip_box set_clip_on set_clip_path
              set_constrained_layout set_constrained_layout_pads set_dpi set_edgecolor set_facecolor
              set_figheight set_figure set_figwidth set_frameon set_gid set_in_layout set_label
              set_layout_engine set_linewidth set_mouseover set_path_effects set_picker set_rasterized
              set_size_inches set_sketch_params set_snap set_tight_layout set_transform set_url set_visible
              set_zorder
            `,
          ),
          show: { reads: ['figure'], writes: ['stdout', 'figure'], mutates: ['self'] },
          subplots_adjust: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          tight_layout: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          savefig: {
            mutates: ['self'],
            writesFile: '0:fname',
            reads: ['options'],
            returns: 'builtins.NoneType',
          },
        },
        attributes: {
          ...each(
            { returns: 'matplotlib.Artist' },
            `
              xaxis yaxis spines title patch lines patches collections texts images legend_ containers
            `,
          ),
          figure: { returns: 'matplotlib.Drawing' },
          axes: { returns: 'matplotlib.Drawing' },
          ...each(PART, 'transData transAxes dataLim viewLim canvas'),
        },
      },
      Drawing: {
        bases: ['matplotlib.axes.Axes', 'matplotlib.figure.Figure'],
        element: 'matplotlib.Drawing',
        iterate: { aliases: ['self'], returns: 'matplotlib.Drawing' },
        methods: {
          ...each(
            { aliases: ['self'], returns: 'matplotlib.Drawing' },
            `
              ravel flatten reshape tolist transpose
            `,
          ),
          ...each(
            ADDS_TO_DRAWING,
            `
              add_collection3d add_contour_set add_contourf_set auto_scale_xyz bar3d contour3D contourf3D
              convert_zunits disable_mouse_rotation format_zdata invert_zaxis mouse_init plot3D plot_surface
              plot_trisurf plot_wireframe quiver3D scatter3D semilogz shareview sharez stem3D text2D text3D
              voxels zaxis_date zaxis_inverted
            `,
          ),
          ...each(
            PART_OF_DRAWING,
            `
              get_autoscalez_on get_axis_position get_proj get_w_lims get_xlim3d get_ylim3d get_zaxis
              get_zbound get_zgridlines get_zinverted get_zlabel get_zlim get_zlim3d get_zmajorticklabels
              get_zmargin get_zminorticklabels get_zscale get_zticklabels get_zticklines get_zticks
            `,
          ),
          ...each(
            { mutates: ['self'], aliases: ['self'], reads: ['options'] },
            `
              set_autoscalez_on set_proj_type set_top_view set_xlim3d set_ylim3d set_zbound set_zinverted
              set_zlabel set_zlim set_zlim3d set_zmargin set_zscale set_zticklabels set_zticks
            `,
          ),
          view_init: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
        },
        attributes: {
          flat: { returns: 'matplotlib.Drawing' },
          T: { returns: 'matplotlib.Drawing' },
          shape: { returns: 'tuple', fresh: true },
          size: FRESH,
          ndim: FRESH,
          zaxis: { returns: 'matplotlib.Artist' },
        },
        constructor: HOLDS_ARGUMENTS,
      },
    },
    attributes: {
      ...each({ resource: 'options' }, 'rcParams pyplot.rcParams colormaps pyplot.colormaps'),
      __version__: FRESH,
      'style.available': FRESH,
      'pyplot.style.available': FRESH,
    },
  },
  {
    module: 'mpl_toolkits',
    distribution: 'matplotlib',
    url: 'https://matplotlib.org/stable/api/toolkits/mplot3d.html',
    functions: { 'axes_grid1.make_axes_locatable': { mutates: ['0'], aliases: ['0'] } },
    classes: { 'mplot3d.Axes3D': { bases: ['matplotlib.Drawing'], constructor: HOLDS_ARGUMENTS } },
  },
] as const satisfies readonly LibrarySpec[];
