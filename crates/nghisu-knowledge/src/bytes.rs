use crate::Error;
use crate::entity::Tenure;
use crate::gazetteer::{Gazetteer, Lexicon};
use crate::knowledge::{KnowledgeBase, LocalBody};
use crate::names::Names;
use crate::stored::{StoredEntity, pack, unpack};
use nghisu_document::layers::Vocabulary;

/// Says what the bytes are, and in which layout; a change of any stored type changes it.
const MAGIC: &[u8; 16] = b"nghisu-gazetteer";
const VERSION: u32 = 2;

type Stored<'b> = (Lexicon, &'b str, Vec<StoredEntity>, Vec<Tenure>, Names, Vec<LocalBody>);

impl Gazetteer {
    /// The compiled form: a header and a body that the same version reads back.
    ///
    /// # Errors
    /// Never, but for a bug in the serializer.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        let k = &self.knowledge;
        let (text, entities) = pack(&k.entities);
        let stored = (&*self.lexicon, text, entities, &k.tenures, &k.names, &k.local);
        postcard::to_extend(&stored, bytes)
            .map_err(|_| Error::Compiled("it can't be written: this is a bug, please report it"))
    }

    /// Reads a compiled form over a vocabulary, which gains the words it lacks.
    ///
    /// # Errors
    /// Bytes of another version, or damaged ones.
    pub fn from_bytes(bytes: &[u8], vocabulary: &mut Vocabulary) -> Result<Self, Error> {
        let body = bytes
            .strip_prefix(MAGIC.as_slice())
            .ok_or(Error::Compiled("this is no compiled gazetteer"))?;
        let (version, body) =
            body.split_first_chunk().ok_or(Error::Compiled("it breaks off after its header"))?;
        if u32::from_le_bytes(*version) != VERSION {
            return Err(Error::Compiled("it is of another version; compile the tables again"));
        }
        let (lexicon, text, entities, tenures, names, local): Stored<'_> =
            postcard::from_bytes(body)
                .map_err(|_| Error::Compiled("it is damaged; compile the tables again"))?;
        if !lexicon.trie.is_sound() {
            return Err(Error::Compiled("its trie is damaged; compile the tables again"));
        }
        let knowledge = KnowledgeBase::new(unpack(text, entities), tenures, names, local);
        Ok(Self::bound(knowledge, lexicon, vocabulary))
    }
}
