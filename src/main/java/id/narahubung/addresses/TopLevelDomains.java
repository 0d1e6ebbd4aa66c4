package id.narahubung.addresses;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The last labels that make a bare name in a sentence an address.
 *
 * <p>All countries, and of the some 1,400 others those that people register. An address under one
 * that is missing here needs its scheme, a path, or a line or cell of its own. Adding one only
 * finds more; canonical forms do not change.
 */
final class TopLevelDomains {
  private static final String COUNTRIES =
      "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn "
          + "bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj "
          + "dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp "
          + "gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke "
          + "kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk "
          + "ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om "
          + "pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si "
          + "sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw "
          + "tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";

  /** {@code example} and {@code test} are for demonstrations such as ours. */
  private static final String GENERIC =
      "academy accountant accountants actor adult aero africa agency amsterdam apartments "
          + "app art asia associates attorney auction audio auto autos baby band bank bar "
          + "bargains basketball bayern beauty beer berlin best bet bible bid bike bingo bio biz "
          + "black blog blue boats bond boo book boston boutique broker build builders business "
          + "buy buzz cab cafe cam camera camp capital car cards care careers cars casa cash "
          + "casino cat catering center ceo cfd chat cheap christmas church city claims cleaning "
          + "click clinic clothing cloud club coach codes coffee college com community company "
          + "compare computer condos construction consulting contact contractors cooking cool "
          + "coop country coupons courses credit creditcard cricket cruises cyou dad dance date "
          + "dating day deal deals degree delivery democrat dental design dev diamonds diet "
          + "digital direct directory discount doctor dog domains download earth eco edu "
          + "education email energy engineer engineering enterprises equipment esq estate events "
          + "example exchange expert exposed express fail faith family fan fans farm fashion film "
          + "finance financial fish fishing fit fitness flights florist flowers football forex "
          + "forsale forum foundation frl fun fund furniture futbol fyi gal gallery game games "
          + "garden gay gift gifts gives glass global gmbh gold golf google gov graphics gratis "
          + "green gripe group guide guitars guru hair hamburg haus health healthcare help here "
          + "hiphop hiv hockey holdings holiday homes horse hospital host hosting house how icu "
          + "immo immobilien inc industries info ink institute insure int international "
          + "investments irish ist istanbul jetzt jewelry jobs juegos kaufen kim kitchen kiwi "
          + "kred land lat law lawyer lease legal lgbt life lighting limited limo link live "
          + "living llc loan loans lol london lotto love ltd ltda luxe luxury maison makeup "
          + "management market marketing markets mba media melbourne meme memorial men menu miami "
          + "mil mobi mobile moda moe mom money monster mortgage moscow motorcycles movie museum "
          + "music name navy net network new news nexus ngo ninja nyc observer one ong onion onl "
          + "online ooo org organic paris partners parts party pet phd photo photography photos "
          + "pics pictures pid pink pizza place plumbing plus poker porn post press pro "
          + "productions prof promo properties property protection pub qpon quest racing "
          + "realestate realty recipes red rehab reise reisen ren rent rentals repair report "
          + "republican rest restaurant review reviews rich rip rocks rodeo rsvp run sale salon "
          + "sarl sbs school science scot security select services sex sexy shiksha shoes shop "
          + "shopping show singles site ski skin soccer social software solar solutions soy space "
          + "sport spot srl storage store stream studio study style supplies supply support surf "
          + "surgery sydney systems tattoo tax taxi team tech technology tel tennis test theater "
          + "tickets tienda tips tires today tokyo tools top tours town toys trade trading "
          + "training travel tube university uno vacations vegas ventures vet viajes video villas "
          + "vin vip vision vodka vote voting voyage wales wang watch watches webcam website "
          + "wedding wien wiki win wine work works world wtf xin xxx xyz yachts yoga you youtube "
          + "zone";

  private static final String OTHER_SCRIPTS =
      "рф рус бг укр срб қаз бел мкд онлайн сайт дети орг ком 中国 中國 香港 台湾 台灣 新加坡 网址 在线 公司 "
          + "网络 한국 ไทย भारत ভারত இந்தியா";

  /**
   * What follows the dot of a file name. {@code zip} and {@code mov} are domains too; in a paste
   * they are files unless a scheme, {@code www.} or a path says otherwise. Of the countries, {@code
   * md}, {@code pl}, {@code py}, {@code rs}, {@code sh}, {@code ai} are domains: nobody names
   * program files to a ministry.
   */
  private static final String FILES =
      "3gp 7z aac apk asp aspx avi bak bat bmp cfg csv dat db dll doc docm docx eml eps epub exe "
          + "flac flv gif gz heic htm html ico ics ini ipa iso jar java jpeg jpg js json jsp log "
          + "mkv mov mp3 mp4 mpeg mpg msg msi odp ods odt ogg opus ost pdf php png ppt pptx psd pst "
          + "rar raw rtf sql svg swf tar tgz tif tiff tmp tsv ttf txt vcf wav webm webp wma wmv "
          + "xls xlsm xlsx xml yaml yml zip";

  private static final Set<String> KNOWN = words(COUNTRIES + " " + GENERIC + " " + OTHER_SCRIPTS);
  private static final Set<String> FILE_EXTENSIONS = words(FILES);

  private TopLevelDomains() {}

  static boolean isKnown(String lowerCase) {
    return KNOWN.contains(lowerCase) || lowerCase.startsWith("xn--");
  }

  static boolean isFileExtension(String lowerCase) {
    return FILE_EXTENSIONS.contains(lowerCase);
  }

  private static Set<String> words(String list) {
    return Arrays.stream(list.split(" ", -1)).collect(Collectors.toUnmodifiableSet());
  }
}
