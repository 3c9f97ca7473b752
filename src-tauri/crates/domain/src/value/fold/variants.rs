//! Variant forms of kanji and the common form each is searched under.

use std::{collections::HashMap, sync::LazyLock};

/// Where a pair of forms is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VariantSource {
    /// The forms in brackets of 常用漢字表 (2010) and their like in 人名用漢字別表: 學 for 学.
    OldForm,
    /// 表外漢字字体表 (2000) against the simplified forms of JIS X 0208:1983: 鷗 for 鴎.
    PrintForm,
    /// Forms of family and place names in registers and in the vendor extensions of code page
    /// 932 and JIS X 0213: 髙 for 高, 﨑 for 崎.
    NameForm,
    /// Two characters in their own right that are mixed up in names: 斎 and 斉.
    MixedUp,
}

/// 常用漢字表 and 人名用漢字別表: the old form, then the common one.
const OLD_FORMS: &str = "亞亜 惡悪 壓圧 圍囲 醫医 爲為 壹壱 隱隠 榮栄 營営 衞衛 驛駅 圓円 鹽塩 緣縁 艷艶 應応 歐欧 \
    毆殴 櫻桜 奧奥 橫横 溫温 穩穏 假仮 價価 畫画 會会 壞壊 懷懐 繪絵 擴拡 殼殻 覺覚 學学 嶽岳 \
    樂楽 勸勧 卷巻 寬寛 歡歓 關関 觀観 巖巌 陷陥 氣気 歸帰 僞偽 戲戯 犧犠 舊旧 據拠 擧挙 虛虚 \
    峽峡 挾挟 狹狭 鄕郷 曉暁 區区 驅駆 勳勲 薰薫 徑径 惠恵 溪渓 經経 繼継 螢蛍 輕軽 鷄鶏 藝芸 \
    缺欠 儉倹 劍剣 圈圏 檢検 權権 獻献 縣県 險険 顯顕 驗験 嚴厳 效効 廣広 恆恒 鑛鉱 號号 國国 \
    濟済 碎砕 齋斎 劑剤 册冊 雜雑 產産 參参 慘惨 棧桟 蠶蚕 贊賛 殘残 絲糸 齒歯 兒児 辭辞 濕湿 \
    實実 舍舎 寫写 釋釈 壽寿 收収 從従 澁渋 獸獣 縱縦 肅粛 處処 敍叙 奬奨 將将 燒焼 稱称 證証 \
    乘乗 剩剰 壤壌 孃嬢 條条 淨浄 狀状 疊畳 讓譲 釀醸 囑嘱 觸触 寢寝 愼慎 晉晋 眞真 盡尽 圖図 \
    粹粋 醉酔 穗穂 隨随 髓髄 樞枢 數数 瀨瀬 聲声 靜静 齊斉 攝摂 竊窃 專専 戰戦 淺浅 潛潜 纖繊 \
    踐践 錢銭 禪禅 雙双 壯壮 搜捜 插挿 爭争 總総 聰聡 莊荘 裝装 騷騒 增増 臟臓 藏蔵 屬属 續続 \
    墮堕 體体 對対 帶帯 滯滞 臺台 瀧滝 擇択 澤沢 擔担 單単 膽胆 團団 彈弾 斷断 癡痴 遲遅 晝昼 \
    蟲虫 鑄鋳 廳庁 聽聴 敕勅 鎭鎮 遞逓 鐵鉄 轉転 點点 傳伝 黨党 盜盗 燈灯 當当 德徳 獨独 讀読 \
    屆届 繩縄 貳弐 惱悩 腦脳 霸覇 廢廃 拜拝 賣売 麥麦 發発 髮髪 拔抜 蠻蛮 祕秘 彥彦 姬姫 濱浜 \
    甁瓶 拂払 佛仏 竝並 變変 邊辺 辨弁 寶宝 豐豊 襃褒 沒没 飜翻 槇槙 萬万 滿満 默黙 彌弥 譯訳 \
    藥薬 與与 豫予 餘余 譽誉 搖揺 樣様 謠謡 遙遥 來来 賴頼 亂乱 覽覧 龍竜 兩両 獵猟 綠緑 壘塁 \
    淚涙 勵励 禮礼 隸隷 靈霊 齡齢 曆暦 歷歴 戀恋 鍊錬 爐炉 勞労 樓楼 郞郎 祿禄 錄録 灣湾 黑黒 \
    靑青 淸清 敎教 晚晩 步歩 每毎 黃黄 內内 戶戸 吳呉 舖舗 硏研 稅税 說説 脫脱 閱閲 卽即 旣既 \
    槪概 絕絶 顏顔 飮飲 鬪闘 辯弁 瓣弁";

/// 表外漢字字体表: the printed form, then the simplified one.
const PRINT_FORMS: &str = "檜桧 藪薮 鷗鴎 頰頬 籠篭 瀆涜 蠟蝋 攪撹 竈竃 濤涛 壺壷 禱祷 嚙噛 繫繋 搔掻 摑掴 焰焔 瘦痩 \
    屛屏 幷并 剝剥 塡填 賤賎 灌潅 諫諌 頸頚 礪砺 蠅蝿 麴麹 麪麺 麵麺 鶯鴬 檮梼 輛輌 邇迩 鉤鈎 \
    鰺鯵 萊莱 蟬蝉";

/// Names: the variant, then the common form.
const NAME_FORMS: &str = "髙高 﨑崎 嵜崎 㟢崎 碕崎 栁柳 桺柳 濵浜 邉辺 𠮷吉 冨富 嶋島 嶌島 槗橋 桒桑 舘館 舩船 埜野 \
    曻昇 邨村 峯峰 渕淵 渊淵 礒磯 穐秋 龝秋 秌秋 煕熙 凞熙 逹達 咊和 曺曹 簱旗 籏旗 泻潟 杤栃 \
    薗園 曾曽 斈学 劔剣 劒剣 釼剣 剱剣 烟煙 竒奇 糺糾 苅刈 蘓蘇 蘆芦 駈駆 囯国 圀国 坿附 壻婿 \
    寔実 寳宝 峩峨 崗岡 帋紙 旹時 晧皓 暎映 桝枡 毗毘 游遊 畄留 畆畝 畧略 畵画 皈帰 盖蓋 羣群 \
    脉脈 皋皐 菴庵 谿渓 躰体 軆体 釡釜 鉃鉄 銕鉄 鐡鉄 閒間 雞鶏 頴穎 餝飾 鳫雁 鴈雁 﨟臈 讚讃 \
    徧遍 柗松 枩松 弌一 弍二 弎三 凉涼 凛凜 堯尭 晄晃 萠萌 穰穣 纒纏 亙亘 昻昂 翆翠 仝同 祢禰 \
    坵丘";

/// Characters that are mixed up.
const MIXED_UP: &str = "斎斉";

/// Every pair of the table: the variant, the common form it is searched under, and the source.
pub fn variants() -> impl Iterator<Item = (char, char, VariantSource)> {
    [
        (OLD_FORMS, VariantSource::OldForm),
        (PRINT_FORMS, VariantSource::PrintForm),
        (NAME_FORMS, VariantSource::NameForm),
        (MIXED_UP, VariantSource::MixedUp),
    ]
    .into_iter()
    .flat_map(|(pairs, source)| {
        pairs.split_whitespace().filter_map(move |pair| {
            let mut chars = pair.chars();
            Some((chars.next()?, chars.next()?, source))
        })
    })
}

static COMMON_FORMS: LazyLock<HashMap<char, char>> =
    LazyLock::new(|| variants().map(|(variant, common, _)| (variant, common)).collect());

/// The common forms of the usual block of kanji, by place: a search index folds millions of them.
static KANJI: LazyLock<Vec<char>> = LazyLock::new(|| (FIRST_KANJI..='\u{9fff}').map(looked_up).collect());

const FIRST_KANJI: char = '\u{4e00}';

/// The common form of a character; the character itself when it is no known variant. A variant
/// of 斎 ends at 斉.
pub(super) fn common_form(c: char) -> char {
    match c {
        // No variant stands before the kanji.
        '\0'..'\u{3400}' => c,
        FIRST_KANJI..='\u{9fff}' => KANJI.get((c as u32 - FIRST_KANJI as u32) as usize).copied().unwrap_or(c),
        _ => looked_up(c),
    }
}

fn looked_up(c: char) -> char {
    let once = COMMON_FORMS.get(&c).copied().unwrap_or(c);
    COMMON_FORMS.get(&once).copied().unwrap_or(once)
}
